import { simpleParser } from 'mailparser';
import { afterAll, describe, expect, it } from 'vitest';
import { contenidoOf, firma, trabajoOf } from '#tests/support/trabajos.ts';
import { createComposer, previewComposer } from './composer.ts';
import type { Contenido, NoCompuesto } from './trabajo.ts';

const composer = createComposer({ firma, hilos: 2 });
const impatient = createComposer({ firma: null, hilos: 2, limiteMs: 700 });
afterAll(async () => {
  await composer.close();
  await impatient.close();
});

const errorOf = (hecho: object | undefined) => (hecho as NoCompuesto | undefined)?.error;
const conNombre = (contenido: Contenido, nombres: string) =>
  trabajoOf(contenido, { datos: { cliente: { nombres } } });

describe('composing in threads', () => {
  it('makes all messages, each in its place', async () => {
    const contenidos = [contenidoOf({}), contenidoOf({ asunto: 'Otro {{ cliente.nombres }}' })];
    const trabajos = Array.from({ length: 230 }, (_, n) =>
      conNombre(contenidos[n % 2] as Contenido, `Persona ${n}`),
    );
    const hechos = await composer.compose(trabajos);
    expect(hechos.map((hecho) => ('asunto' in hecho ? hecho.asunto : hecho.error))).toEqual(
      trabajos.map((_, n) => `${n % 2 ? 'Otro' : 'Hola'} Persona ${n}`),
    );
    const last = hechos.at(-1);
    const mail = await simpleParser(Buffer.from(last && 'raw' in last ? last.raw : []));
    expect(mail.text?.trim()).toBe('Hola Persona 229');
    expect(await composer.compose([])).toEqual([]);
  });

  it('knows a content by its words too, not only by its number', async () => {
    const asuntos: (string | undefined)[] = [];
    for (const asunto of ['Uno', 'Dos', 'Uno']) {
      const [hecho] = await previewComposer().compose([
        trabajoOf({ id: 0, asunto, html: 'x', texto: 'x', datos: {} }),
      ]);
      asuntos.push(hecho && 'asunto' in hecho ? hecho.asunto : undefined);
    }
    expect(asuntos).toEqual(['Uno', 'Dos', 'Uno']);
  });

  it('tells the parts to who looks at a message', async () => {
    const [hecho] = await previewComposer().compose([trabajoOf()]);
    expect(hecho).toMatchObject({ asunto: 'Hola Ana', texto: 'Hola Ana' });
    expect(hecho).toHaveProperty('html', '<html><body>\n<p>Hola Ana</p>\n</body></html>\n');
  });

  it('rejects when its key is broken, and once it is closed', async () => {
    const broken = createComposer({ firma: { ...firma, clavePem: 'nada' } });
    await expect(broken.compose([trabajoOf()])).rejects.toThrow();
    await broken.close();
    await expect(broken.compose([trabajoOf()])).rejects.toThrow('closed');
  });
});

describe('a template gone wild', () => {
  it.each([
    ['{{ constructor }}', 'Falta un dato: «constructor»'],
    ['{{ cliente.constructor.name }}', 'Falta un dato'],
    ['{{ cliente.__proto__ }}', 'Falta un dato'],
    ['{{ cliente.nada }}', 'Falta un dato: «cliente.nada»'],
    ['{% for i in (1..100000000) %}x{% endfor %}', 'usa rangos'],
    ['{% assign x = (1..100000000) %}', 'usa rangos'],
    ['{% include "/etc/passwd" %}', 'no se pudo completar'],
    ['{{ cliente.nombres | nada }}', 'no se pudo completar'],
    ['{% if %}', 'no se pudo completar'],
    [
      '{% assign x = "aaaaaaaaaaaaaaaa" %}{% for l in lineas %}{% assign x = x | append: x %}{% endfor %}{{ x }}',
      'repite demasiado',
    ],
    [
      `{% for a in lineas %}{% for b in lineas %}{% for c in lineas %}${'x'.repeat(900)}{% endfor %}{% endfor %}{% endfor %}`,
      'demasiado',
    ],
  ])('of %s takes only its own message', async (html, error) => {
    const lineas = Array.from({ length: 100 }, (_, n) => ({ n }));
    const bad = trabajoOf({ html }, { datos: { lineas } });
    const [first, second, third] = await composer.compose([trabajoOf(), bad, trabajoOf()]);
    expect(first).toHaveProperty('raw');
    expect(errorOf(second)).toContain(error);
    expect(third).toHaveProperty('raw');
  });

  const forEva = (liquid: string) =>
    contenidoOf({ html: `{% if cliente.nombres == "Eva" %}${liquid}{% endif %}x` });
  const lineas = Array.from({ length: 60 }, (_, n) => n);
  /** Searching one in the other takes seconds, which no limit of Liquid's ends. */
  const slow = 'a'.repeat(300_000);
  const part = `${'a'.repeat(10_000)}b${'a'.repeat(10_000)}`;
  const loops = (depth: number): string =>
    depth === 0 ? '' : `{% for v${depth} in lineas %}${loops(depth - 1)}{% endfor %}`;
  const twice = '{% assign a = a | append: a %}';

  it.each([
    ['loops, which Liquid itself stops', loops(6)],
    ['output without end', `{% assign a = "<<<<<<<<" %}${twice.repeat(14)}${'{{ a }}'.repeat(50)}`],
    ['one comparison of seconds, whose thread is ended', '{% if slow contains part %}x{% endif %}'],
  ])(
    'of %s fails alone, while the caller goes on and the others of its batch are made',
    async (_, liquid) => {
      const contenido = forEva(liquid);
      let turns = 0;
      const beat = setInterval(() => {
        turns += 1;
      }, 10);
      const hechos = await impatient.compose(
        Array.from({ length: 60 }, (_, n) =>
          trabajoOf(contenido, {
            datos: {
              cliente: { nombres: n === 7 || n === 31 ? 'Eva' : `P${n}` },
              lineas,
              slow,
              part,
            },
          }),
        ),
      );
      clearInterval(beat);
      expect(hechos.flatMap((hecho, n) => ('error' in hecho ? [n] : []))).toEqual([7, 31]);
      expect(errorOf(hechos[7])).toMatch(/tarda|repite/);
      expect(turns).toBeGreaterThan(0);
    },
  );

  it('for everyone is not tried for each of them', async () => {
    const contenido = contenidoOf({ html: '{% if slow contains part %}x{% endif %}' });
    const good = contenidoOf({});
    const hechos = await impatient.compose(
      Array.from({ length: 40 }, (_, n) =>
        trabajoOf(n % 2 ? contenido : good, { datos: { slow, part } }),
      ),
    );
    expect(hechos.map((hecho) => 'error' in hecho)).toEqual(hechos.map((_, n) => n % 2 === 1));
  });
});
