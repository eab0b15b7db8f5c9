import { describe, expect, it } from 'vitest';
import { checkContenido } from './checkContenido.ts';

const permitidas = [
  'cliente.nombres',
  'cliente.empresa',
  'taller.titulo',
  'taller.enlace',
  'enlace',
  'lineas',
];

const check = (cuerpo: string) =>
  checkContenido({ asunto: 'Hola', cuerpo }, permitidas).map(({ mensaje }) => mensaje);

describe('what a content may say', () => {
  it.each([
    '<p>Hola {{ cliente.nombres | default: "hola" }}</p>',
    '<p>Hola {{ cliente.nombres | default: &quot;hola&quot; }}</p>',
    '<p>{% if cliente.empresa %}De {{ cliente.empresa | upcase }}{% else %}Hola{% endif %}</p>',
    '<p>{% unless cliente.empresa %}Hola{% endunless %}</p>',
    '<p>{% for linea in lineas %}{{ forloop.index }}. {{ linea.titulo }}{% endfor %}</p>',
    '<p>{% case cliente.nombres %}{% when "Ana" %}A{% else %}B{% endcase %}</p>',
    '<p>{% assign quien = cliente.nombres %}{{ quien }}{% comment %}nota{% endcomment %}</p>',
    '<p>{% if cliente.nombres.size &gt; 3 %}x{% endif %} {{ lineas.first }}</p>',
    '<p>{{&nbsp;cliente.nombres&nbsp;}}</p>',
    '<a href="{{ taller.enlace }}">Ver</a> <a href="{{ enlace }}">Ver</a>',
    '<a href="https://escuela.cl/?n={{ cliente.nombres | url_encode }}">x</a> <a href="mailto:a@b.cl">y</a>',
    '<p>Precios desde $10.000 (50 % menos), {así} y 3 &lt; 4.</p>',
  ])('takes %s', (cuerpo) => {
    expect(check(cuerpo)).toEqual([]);
  });

  it('names a variable that does not exist, where it is, and the one that was meant', () => {
    expect(check('<h2>Hola</h2><p>Querida</p><p>{{ cliente.nombre }}</p>')).toEqual([
      'No existe la variable «cliente.nombre» (línea 3). ¿Quisiste decir «cliente.nombres»?',
    ]);
    expect(checkContenido({ asunto: '{{ x }}', preheader: '{{ y }}', cuerpo: '' }, [])).toEqual([
      { campo: 'asunto', mensaje: 'No existe la variable «x» (línea 1).' },
      { campo: 'preheader', mensaje: 'No existe la variable «y» (línea 1).' },
    ]);
  });

  it('names each once, also within conditions, loops, filters and links', () => {
    const found = check(
      '{% if aa %}{{ bb | default: cc }}{% endif %}{% for x in dd %}{{ x }}{{ ee }}{{ ee }}{% endfor %}<a href="https://x.cl/{{ ff }}">x</a>',
    );
    expect(found).toHaveLength(6);
    for (const name of ['aa', 'bb', 'cc', 'dd', 'ee', 'ff']) {
      expect(found.join()).toContain(`«${name}»`);
    }
  });

  it.each([
    '{{ constructor }}',
    '{{ cliente.constructor }}',
    '{{ cliente.__proto__ }}',
    '{{ cliente["__proto__"] }}',
    '{{ cliente[enlace] }}',
    '{{ cliente }}',
    '{{ process.env }}',
    '{{ cliente.nombres.constructor }}',
  ])('knows no %s', (cuerpo) => {
    expect(check(cuerpo).join()).toContain('No existe la variable');
  });

  it.each([
    ['{% for i in (1..100000000) %}x{% endfor %}', 'Los rangos'],
    ['{% assign x = (1..9) %}', 'Los rangos'],
    ['{% include "x" %}', 'La instrucción «include» no se puede usar'],
    ['{% render "x" %}', 'La instrucción «render» no se puede usar'],
    ['{% layout "x" %}', 'La instrucción «layout» no se puede usar'],
    ['{% raw %}{{ x }}{% endraw %}', 'La instrucción «raw» no se puede usar'],
    ['{% capture x %}y{% endcapture %}', 'La instrucción «capture» no se puede usar'],
    ['{% liquid assign x = 1 %}', 'La instrucción «liquid» no se puede usar'],
    ['{{ cliente.nombres | raw }}', 'No existe el filtro «raw»'],
    ['{{ cliente.nombres | nada }}', 'No existe el filtro «nada»'],
    ['{% if cliente.nombres %}x', 'Falta cerrar «if cliente.nombres»'],
    ['Hola {{ cliente.nombres', 'Falta cerrar «{{ cliente.nombres» con «}}»'],
    ['{% endif %}', 'La instrucción «endif» no se puede usar'],
    ['{{ cliente.<strong>nombres</strong> }}', 'Hay formato dentro de «{{ cliente.nombres }}»'],
    ['{{ | }}', 'Hay un error en las variables'],
    ['<a href="javascript:alert(1)">x</a>', 'El enlace «javascript:alert(1)» no sirve'],
    ['<a href="data:text/html,x">x</a>', 'El enlace «data:text/html,x» no sirve'],
    ['<a href="{{ cliente.nombres }}">x</a>', 'El enlace «{{ cliente.nombres }}» no sirve'],
    ['<a href="{{ &quot;javascript:x&quot; }}">x</a>', 'no sirve'],
    ['<a href="{% if enlace %}https://x.cl{% endif %}">x</a>', 'no sirve'],
    ['<a href="">x</a>', 'Hay un enlace sin dirección'],
  ])('refuses %s', (cuerpo, mensaje) => {
    expect(check(cuerpo).join('\n')).toContain(mensaje);
  });

  it('ends soon with what is deep or very long', () => {
    const deep = '{% if cliente.nombres %}'.repeat(3_000) + '{% endif %}'.repeat(3_000);
    expect(Array.isArray(check(deep))).toBe(true);
    expect(check('{{ '.repeat(30_000)).length).toBeGreaterThan(0);
    expect(check(`${'{% if'.repeat(20_000)}`).length).toBeGreaterThan(0);
    expect(check('x'.repeat(500_000))).toEqual(['El mensaje es demasiado largo.']);
  });
});
