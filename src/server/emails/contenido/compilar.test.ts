import { describe, expect, it } from 'vitest';
import { contrast, readableOnWhite, textOn } from './color.policy.ts';
import { compileContenido } from './compilar.ts';
import type { Marca } from './marca.queries.ts';
import { revisarContenido } from './revisarContenido.ts';

const ID = '6f1c1f0e-0000-4000-8000-000000000000';
const marca: Marca = {
  nombre: 'Taller {{ x }} & <b>',
  logo: null,
  colorAcento: '#ffd43b',
  direccion: 'Av. Italia 123, Ñuñoa',
  email: 'hola@escuela.cl',
  telefono: '+56912345678',
  whatsapp: null,
  web: 'https://crm.escuela.cl',
};

const compile = (cuerpo: string, comercial = true, given: Partial<Marca> = {}) =>
  compileContenido({ asunto: 'Asunto', cuerpo }, { ...marca, ...given }, { comercial });

describe('compiling a message', () => {
  it('makes an HTML document and a text that say the same', async () => {
    const { asunto, html, texto } = await compileContenido(
      {
        asunto: 'Hola {{ cliente.nombres | default: "hola" }}\n ¡ven!',
        preheader: 'Quedan "pocos" cupos <3',
        cuerpo: `<h2>Título</h2><p>Hola {{ cliente.nombres | default: "hola" }}</p><ul><li>uno</li></ul><p><a href="https://a.cl/?x=1&amp;y=2">mira</a></p><a data-boton href="{{ taller.enlace }}">Inscribirme</a><hr><img src="/api/publico/archivos/${ID}" alt="Un torno" data-ancho="50">`,
      },
      marca,
      { comercial: true },
    );
    expect(asunto).toBe('Hola {{ cliente.nombres | default: "hola" }} ¡ven!');
    expect(html).toMatch(/^<!doctype html>\s*<html lang="es"/);
    expect(html).toContain('Quedan &quot;pocos&quot; cupos &lt;3');
    expect(html).toContain('Hola {{ cliente.nombres | default: "hola" }}</p>');
    expect(html).toContain('href="https://a.cl/?x=1&amp;y=2"');
    expect(html).toMatch(/<a\s[^>]*href="\{\{ taller\.enlace \}\}"[^>]*>\s*Inscribirme/);
    expect(html).toContain(`src="https://crm.escuela.cl/api/publico/correo/imagenes/${ID}"`);
    expect(html).toContain('alt="Un torno"');
    expect(html).toContain('name="color-scheme"');
    expect(html).not.toMatch(/fonts\.googleapis|[\uE000-\uF8FF]/);
    for (const words of [
      'Título',
      'Hola {{ cliente.nombres | default: "hola" }}',
      ' * uno',
      'mira <https://a.cl/?x=1&y=2>',
      'Inscribirme <{{ taller.enlace }}>',
      '[Un torno]',
    ]) {
      expect(texto).toContain(words);
    }
    expect(texto).not.toMatch(/[\uE000-\uF8FF]/);
  });

  it('says below who writes, as text, and how to stop what is promotional', async () => {
    const { html, texto } = await compile('<p>x</p>');
    expect(html).toContain('Taller &#123;&#123; x }} &amp; &lt;b&gt;');
    expect(texto).toContain('Taller ((x)) & <b>'.replace('((x))', '(( x ))'));
    for (const part of [html, texto]) {
      for (const words of ['Av. Italia 123, Ñuñoa', 'hola@escuela.cl', '+56912345678']) {
        expect(part).toContain(words);
      }
      for (const link of ['baja', 'preferencias', 'ver']) {
        expect(part).toContain(`{{ enlaces.${link} }}`);
      }
      expect(part).toContain('Dejar de recibir');
    }
    const receipt = await compile('<p>x</p>', false);
    expect(receipt.html + receipt.texto).not.toContain('enlaces.');
  });

  it('shows the logo instead of the name when there is one', async () => {
    const logo = { url: 'https://crm.escuela.cl/api/publico/correo/imagenes/x', ancho: 120 };
    const { html } = await compile('<p>x</p>', true, { logo, nombre: 'Ñandú' });
    expect(html).toMatch(
      /<img\s[^>]*alt="Ñandú"[^>]*src="https:\/\/crm\.escuela\.cl[^"]*"[^>]*width="120"/,
    );
  });

  it('lets conditions and loops stand around paragraphs, buttons and images', async () => {
    const { html, texto } = await compile(
      '<p>{% if cliente.empresa %}</p><p>De {{ cliente.empresa }}</p><a data-boton href="https://a.cl">Ver</a><p>{% endif %}</p>',
    );
    expect(html).toMatch(
      /\{% if cliente\.empresa %\}\s*<tr>[\s\S]*<\/tr>\s*\{% endif %\}\s*<\/tbody>/,
    );
    expect(texto).toMatch(/\{% if cliente\.empresa %\}\s+De \{\{ cliente\.empresa \}\}/);
  });

  it('cleans what it is given, whoever gives it', async () => {
    const { html } = await compile(
      '<p onclick="x()">a</p><script>alert(1)</script><style>*{}</style><p><a href="javascript:alert(1)">b</a></p><mj-raw><script>x</script></mj-raw><p>{{ "</p><script>alert(2)</script>" }}</p>',
    );
    expect(html.replaceAll('{{ "</p><script>alert(2)</script>" }}', '')).not.toMatch(
      /<script|onclick|javascript:|alert\(/,
    );
  });

  it('leaves no light ground around the sheet in the dark', async () => {
    const { html } = await compile('<p>Hola</p>');
    const oscuro = html.slice(html.indexOf('prefers-color-scheme: dark'));
    expect(oscuro).toMatch(/body[^{}]*\{\s*background-color:\s*#17181a !important/);
  });

  it('takes an empty body', async () => {
    expect((await compile('')).html).toContain('</html>');
  });
});

describe('the accent', () => {
  it.each(['#ffd43b', '#0b7285', '#ffffff', '#000000', '#ff0000', '#868e96'])(
    '%s is read at AA on a button and as a link',
    (color) => {
      expect(contrast(color, textOn(color))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(readableOnWhite(color), '#ffffff')).toBeGreaterThanOrEqual(4.5);
    },
  );
  it('is kept where it reads well', () => expect(readableOnWhite('#0b7285')).toBe('#0b7285'));
});

describe('looking at a content before it goes out', () => {
  const look = async (asunto: string, cuerpo: string) => {
    const found = await revisarContenido({ asunto, cuerpo }, { marca, comercial: true });
    return found
      .filter(({ nivel }) => nivel !== 'OK')
      .map(({ clave, nivel }) => `${clave} ${nivel}`);
  };
  const imagen = (alt: string) => `<img src="/api/publico/archivos/${ID}" alt="${alt}">`;

  it.each([
    ['Talleres de julio', '<p>Ven <a href="https://a.cl">aquí</a></p>', []],
    ['{{ cliente.nombres }}', '<p>{{ cliente.nombres }}</p>', []],
    ['', '<p>Hola</p>', ['ASUNTO ERROR']],
    ['GRAN OFERTA HOY', '<p>Hola</p>', ['ASUNTO AVISO']],
    ['x'.repeat(90), '<p>Hola</p>', ['ASUNTO AVISO']],
    ['¡Ven!!!', '<p>Hola</p>', ['ASUNTO AVISO']],
    ['Hola', '<p></p>', ['CUERPO ERROR']],
    ['Hola', imagen('Un torno'), ['CUERPO AVISO']],
    ['Hola', `<p>Hola</p>${imagen('')}`, ['IMAGENES AVISO']],
    ['Hola', '<p>Hola</p><img src="https://otro.cl/x.png" alt="x">', ['IMAGENES ERROR']],
    ['Hola', '<p><a href="http://a.cl">aquí</a></p>', ['ENLACES AVISO']],
    ['Hola', `<p>${'palabra '.repeat(13_000)}</p>`, ['TAMANO AVISO']],
  ])('%s, %#', async (asunto, cuerpo, expected) => {
    expect(await look(asunto, cuerpo)).toEqual(expected);
  });
});
