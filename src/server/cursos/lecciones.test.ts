import { describe, expect, it } from 'vitest';
import * as contract from '#contract/cursos.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildCurso } from '#tests/support/builders.ts';
import { expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
const YOUTUBE = 'https://youtu.be/dQw4w9WgXcQ?t=42';

async function buildBorrador() {
  return buildCurso(app, { lecciones: 0, publicar: false });
}

async function create(cursoId: number, body: Record<string, unknown>) {
  const ventas = await app.as('VENTAS');
  return ventas.call(contract.createLeccion, {
    params: { id: cursoId },
    body: { titulo: 'Lección', ...body },
  });
}

async function update(id: number, body: Record<string, unknown>) {
  const ventas = await app.as('VENTAS');
  return ventas.call(contract.updateLeccion, { params: { id }, body: body as never });
}

async function titulosDe(id: number) {
  const { contenido } = await (await app.as('SOPORTE')).ok(contract.getCurso, { params: { id } });
  expect(contenido.map((l) => l.orden)).toEqual(contenido.map((_, i) => i + 1));
  return contenido.map((l) => l.titulo);
}

describe('a lesson', () => {
  it('is added at the end with its cleaned text and its video', async () => {
    const curso = await buildBorrador();
    await create(curso.id, { titulo: 'Uno' });
    const { status, body } = await create(curso.id, {
      titulo: 'Dos',
      texto:
        '<h1>Hola</h1><p onclick="x()">a<script>alert(1)</script></p><iframe src="//x"></iframe>',
      videoEnlace: YOUTUBE,
      duracionSegundos: 300,
      gratuita: true,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      orden: 2,
      titulo: 'Dos',
      texto: '<h2>Hola</h2><p>a</p>',
      videoTipo: 'YOUTUBE',
      videoEnlace: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      videoId: null,
      video: {
        tipo: 'YOUTUBE',
        modo: 'INCRUSTAR',
        url: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0',
      },
      duracionSegundos: 300,
      gratuita: true,
      terminadas: 0,
      version: 1,
    });
    expect(await titulosDe(curso.id)).toEqual(['Uno', 'Dos']);
  });

  it('changes by version: what is not told stays, and an empty text goes', async () => {
    const curso = await buildBorrador();
    const { body: leccion } = await create(curso.id, {
      texto: '<p>Antes</p>',
      videoEnlace: 'https://vimeo.com/76979871/8272103f6e',
    });
    const retitled = await update(leccion.id, { version: 1, titulo: 'Otra', gratuita: true });
    expect(retitled.body).toMatchObject({
      titulo: 'Otra',
      texto: '<p>Antes</p>',
      videoEnlace: 'https://vimeo.com/76979871/8272103f6e',
      gratuita: true,
      version: 2,
    });
    expect((await update(leccion.id, { version: 1, titulo: 'Tarde' })).problem).toMatchObject({
      status: 409,
      code: 'CONFLICTO_VERSION',
    });
    const emptied = await update(leccion.id, { version: 2, texto: '<p><br></p><img src=x>' });
    expect(emptied.body.texto).toBeNull();
    const without = await update(leccion.id, { version: 3, videoEnlace: null, videoId: null });
    expect(without.body).toMatchObject({ videoTipo: null, videoEnlace: null, video: null });
  });

  it('is deleted with the progress in it, and the order closes', async () => {
    const curso = await buildCurso(app, { lecciones: 3 });
    const [first, second] = curso.contenido;
    const { db } = app.services.deps;
    const clienteId = await buildCliente(app);
    const now = new Date().toISOString();
    for (const leccion of [first, second]) {
      await db
        .insertInto('progresoLeccion')
        .values({ clienteId, leccionId: leccion?.id ?? 0, terminadaEn: now })
        .execute();
    }
    const admin = await app.as('ADMIN');
    const read = await admin.ok(contract.getCurso, { params: { id: curso.id } });
    expect(read.contenido.map((l) => l.terminadas)).toEqual([1, 1, 0]);
    await admin.ok(contract.deleteLeccion, { params: { id: first?.id ?? 0 } });
    expect(await titulosDe(curso.id)).toEqual(['Lección 2', 'Lección 3']);
    const rest = await db
      .selectFrom('progresoLeccion')
      .select('leccionId')
      .where('clienteId', '=', clienteId)
      .execute();
    expect(rest).toEqual([{ leccionId: second?.id }]);
  });

  it.each([
    ['javascript:alert(1)'],
    ['http://youtu.be/dQw4w9WgXcQ'],
    ['no es un enlace'],
    ['https://www.youtube.com/@unaescuela'],
    ['https://www.youtube.com/playlist?list=PL123'],
    ['https://ejemplo.cl/pagina'],
  ])('refuses the video %s and says why', async (videoEnlace) => {
    const curso = await buildBorrador();
    const reply = await create(curso.id, { videoEnlace });
    expectRefusal(reply, 'VALIDACION', ['videoEnlace']);
    expect(reply.problem.errores?.[0]?.mensaje).toMatch(/[a-z]{3}.*\.$/);
    expect(await titulosDe(curso.id)).toEqual([]);
  });

  it.each([
    ['no title', { titulo: '' }, ['titulo']],
    ['an unknown upload', { videoId: '00000000-0000-4000-8000-000000000000' }, ['videoId']],
    ['a text of 200,000', { texto: 'x'.repeat(200_000) }, ['texto']],
    ['a length of nothing', { duracionSegundos: 0 }, ['duracionSegundos']],
    ['a length of 10⁹', { duracionSegundos: 10 ** 9 }, ['duracionSegundos']],
    ['half a second', { duracionSegundos: 0.5 }, ['duracionSegundos']],
    ['its own place', { orden: 1 }, ['orden']],
    ['its own kind of video', { videoTipo: 'ENLACE', videoRef: 'x' }, ['videoTipo', 'videoRef']],
    [
      'a link and an upload at once',
      { videoEnlace: YOUTUBE, videoId: '00000000-0000-4000-8000-000000000000' },
      ['videoEnlace'],
    ],
  ])('refuses %s', async (_name, extra, campos) => {
    const curso = await buildBorrador();
    expectRefusal(await create(curso.id, extra), 'VALIDACION', campos);
  });

  it(`is not added after the ${contract.MAX_LECCIONES}th`, async () => {
    const curso = await buildBorrador();
    await app.services.deps.db
      .insertInto('leccion')
      .values(
        Array.from({ length: contract.MAX_LECCIONES }, (_, i) => ({
          cursoId: curso.id,
          orden: i + 1,
          titulo: `L${i + 1}`,
        })),
      )
      .execute();
    expect((await create(curso.id, {})).problem.code).toBe('ESTADO_NO_PERMITE');
  });
});

describe('the order of lessons', () => {
  const order = async (id: number, lecciones: number[]) =>
    (await app.as('VENTAS')).call(contract.orderLecciones, { params: { id }, body: { lecciones } });

  it('is set for all at once', async () => {
    const curso = await buildCurso(app, { lecciones: 4 });
    const [a = 0, b = 0, c = 0, d = 0] = curso.contenido.map((l) => l.id);
    const { body } = await order(curso.id, [d, b, a, c]);
    expect(body.contenido.map((l) => l.id)).toEqual([d, b, a, c]);
    expect(await titulosDe(curso.id)).toEqual(['Lección 4', 'Lección 2', 'Lección 1', 'Lección 3']);
    const log = await app.services.deps.db
      .selectFrom('auditoria')
      .select('despues')
      .where('accion', '=', 'ORDENAR')
      .where('entidadId', '=', String(curso.id))
      .executeTakeFirstOrThrow();
    expect(log.despues).toEqual({ lecciones: [d, b, a, c] });
  });

  it('is refused unless it names each lesson of that curso exactly once', async () => {
    const [curso, other] = [
      await buildCurso(app, { lecciones: 3 }),
      await buildCurso(app, { lecciones: 1 }),
    ];
    const [a = 0, b = 0, c = 0] = curso.contenido.map((l) => l.id);
    const foreign = other.contenido[0]?.id ?? 0;
    for (const ids of [[], [a, b], [a, b, b], [a, b, c, c], [a, b, foreign], [a, b, c, foreign]]) {
      expectRefusal(await order(curso.id, ids), 'VALIDACION', ['lecciones']);
    }
    expect(await titulosDe(curso.id)).toEqual(['Lección 1', 'Lección 2', 'Lección 3']);
  });

  it('stays whole when lessons are added, deleted and ordered at once', async () => {
    const curso = await buildCurso(app, { lecciones: 4 });
    const ids = curso.contenido.map((l) => l.id);
    const ventas = await app.as('VENTAS');
    const replies = await Promise.all([
      create(curso.id, { titulo: 'A', texto: 'a' }),
      create(curso.id, { titulo: 'B', texto: 'b' }),
      ventas.call(contract.deleteLeccion, { params: { id: ids[1] ?? 0 } }),
      order(curso.id, ids.toReversed()),
      create(curso.id, { titulo: 'C', texto: 'c' }),
    ]);
    expect(replies.map((reply) => reply.status).filter((status) => status >= 500)).toEqual([]);
    expect(await titulosDe(curso.id)).toHaveLength(6);
  });
});
