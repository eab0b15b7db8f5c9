import { describe, expect, it } from 'vitest';
import * as cursos from '#contract/cursos.ts';
import { createInteres } from '#contract/intereses.ts';
import * as contract from '#contract/publico.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCurso, buildProducto } from '#tests/support/builders.ts';

const app = testApp();
const visitor = () => app.as('VISITANTE');
const MP4 = Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2mp41', 'latin1');

async function uploaded() {
  const archivo = new Blob([MP4], { type: 'video/mp4' });
  return (await (await app.as('ADMIN')).ok(cursos.uploadVideo, { archivo })).id;
}

/** A published curso whose first lesson is free; both lessons have an uploaded video. */
async function buildConVideo() {
  const admin = await app.as('ADMIN');
  const { id } = await admin.ok(cursos.createCurso, {
    body: { titulo: 'Tapiz', precio: 30_000, resumen: 'Telar', descripcion: 'Todo el telar' },
  });
  for (const gratuita of [true, false]) {
    await admin.ok(cursos.createLeccion, {
      params: { id },
      body: {
        titulo: gratuita ? 'Muestra' : 'Pagada',
        texto: '<p>Secreto</p>',
        videoId: await uploaded(),
        duracionSegundos: 120,
        gratuita,
      },
    });
  }
  return admin.ok(cursos.publishCurso, { params: { id }, body: { version: 1 } });
}

describe('the public list of cursos', () => {
  it('has the published ones, the latest first, found by words and interés, page by page', async () => {
    const admin = await app.as('ADMIN');
    const interes = await admin.ok(createInteres, { body: { nombre: 'Papel', color: '#123456' } });
    const made = [];
    for (let i = 0; i < 3; i += 1) {
      const curso = await buildCurso(app, { precio: 5_000 });
      made.push(
        await admin.ok(cursos.updateCurso, {
          params: { id: curso.id },
          body: {
            version: curso.version,
            titulo: `Origami ${i}`,
            resumen: 'Doblar',
            interesId: interes.id,
          },
        }),
      );
    }
    await admin.ok(cursos.createCurso, {
      body: { titulo: 'Origami borrador', precio: 1, interesId: interes.id },
    });
    const list = async (query: object) =>
      (await visitor()).ok(contract.listCursosPublicos, { query });
    const found = await list({ q: 'ORIGAMÍ', interes: interes.id });
    expect(found.items.map((c) => c.titulo)).toEqual(['Origami 2', 'Origami 1', 'Origami 0']);
    expect(found.items[0]).toEqual({
      slug: made[2]?.slug,
      titulo: 'Origami 2',
      resumen: 'Doblar',
      instructor: null,
      interes: { id: interes.id, nombre: 'Papel', color: '#123456' },
      imagenUrl: null,
      precio: 5_000,
      diasAcceso: null,
      lecciones: 2,
      duracionSegundos: 1_200,
    });
    const first = await list({ interes: interes.id, limite: 2 });
    const second = await list({ interes: interes.id, limite: 2, cursor: first.siguiente });
    expect([...first.items, ...second.items].map((c) => c.slug)).toEqual(
      found.items.map((c) => c.slug),
    );
    expect(second.siguiente).toBeNull();
    const forged = Buffer.from('["catalogo-cursos",null,null]').toString('base64url');
    for (const cursor of ['nada', forged]) {
      const wrong = await (await visitor()).call(contract.listCursosPublicos, {
        query: { cursor },
      });
      expect(wrong.problem.code).toBe('CURSOR_INVALIDO');
    }
  });

  it.each([
    '/api/publico/cursos/%00',
    '/api/publico/cursos/%00/resenas',
    '/api/publico/cursos/%00/lecciones/1',
    '/api/publico/talleres/%00',
    '/api/publico/talleres/%00/resenas',
  ])('has nothing at %s', async (path) => {
    expect((await fetch(app.url + path)).status).toBe(404);
  });
});

describe('the public page of a curso', () => {
  it('tells its lessons by title, and leads only to the free ones', async () => {
    const curso = await buildConVideo();
    const kit = await buildProducto(app, { ventaWeb: true, stock: 3 });
    const body = await (await visitor()).ok(contract.getCursoPublico, {
      params: { slug: curso.slug },
    });
    expect(body).toMatchObject({
      titulo: 'Tapiz',
      resumen: 'Telar',
      descripcion: 'Todo el telar',
      lecciones: 2,
      duracionSegundos: 240,
      horasReserva: 48,
    });
    expect(body.contenido).toEqual([
      { orden: 1, titulo: 'Muestra', duracionSegundos: 120, leccionId: curso.contenido[0]?.id },
      { orden: 2, titulo: 'Pagada', duracionSegundos: 120, leccionId: null },
    ]);
    expect(body.kits.find((k) => k.slug === kit.slug)).toMatchObject({ maximo: 3 });
    expect(JSON.stringify(body)).not.toContain('Secreto');
  });

  it('is not there for a draft, nor for a name that is none', async () => {
    const caller = await visitor();
    const draft = await buildCurso(app, { publicar: false });
    for (const slug of [draft.slug, 'nada', "x'; drop table curso; --", '%']) {
      const reply = await caller.call(contract.getCursoPublico, { params: { slug } });
      expect([reply.status, reply.problem.code]).toEqual([404, 'NO_ENCONTRADO']);
    }
  });
});

describe('a lesson', () => {
  it('that is free is seen by anyone, with its video, in parts', async () => {
    const { slug, contenido } = await buildConVideo();
    const params = { slug, leccionId: contenido[0]?.id ?? 0 };
    const caller = await visitor();
    const leccion = await caller.ok(contract.getLeccionGratuita, { params });
    const url = `/api/publico/cursos/${slug}/lecciones/${params.leccionId}/video`;
    expect(leccion).toEqual({
      titulo: 'Muestra',
      texto: '<p>Secreto</p>',
      video: { tipo: 'ARCHIVO', modo: 'ARCHIVO', url },
      duracionSegundos: 120,
    });
    const part = await caller.fetch(url, { headers: { range: 'bytes=4-7' } });
    expect([part.status, await part.text()]).toEqual([206, 'ftyp']);
  });

  it('is shown clean whatever the database holds', async () => {
    const { slug, contenido } = await buildConVideo();
    const params = { slug, leccionId: contenido[0]?.id ?? 0 };
    await app.services.deps.db
      .updateTable('leccion')
      .set({ texto: '<p>Hola<img src=x onerror=alert(1)></p><script>alert(2)</script>' })
      .where('id', '=', params.leccionId)
      .execute();
    const { texto } = await (await visitor()).ok(contract.getLeccionGratuita, { params });
    expect(texto).toBe('<p>Hola</p>');
  });

  it('that is paid, of a draft, or of another curso is not there', async () => {
    const [curso, other] = [await buildConVideo(), await buildConVideo()];
    const admin = await app.as('ADMIN');
    const draft = await buildConVideo();
    await admin.ok(cursos.unpublishCurso, {
      params: { id: draft.id },
      body: { version: draft.version },
    });
    const caller = await visitor();
    const hidden = [
      [curso.slug, curso.contenido[1]?.id],
      [other.slug, curso.contenido[0]?.id],
      [draft.slug, draft.contenido[0]?.id],
      [curso.slug, 999_999],
      ['nada', curso.contenido[0]?.id],
    ] as const;
    for (const [slug, leccionId = 0] of hidden) {
      const params = { slug, leccionId };
      const reply = await caller.call(contract.getLeccionGratuita, { params });
      expect([reply.status, reply.problem.code]).toEqual([404, 'NO_ENCONTRADO']);
      const video = await caller.fetch(`/api/publico/cursos/${slug}/lecciones/${leccionId}/video`);
      expect(video.status).toBe(404);
    }
    const staffOnly = await caller.fetch(`/api/lecciones/${curso.contenido[0]?.id}/video`);
    expect(staffOnly.status).toBe(401);
  });

  it('that is free without an uploaded video has none to give', async () => {
    const admin = await app.as('ADMIN');
    const curso = await buildCurso(app);
    const [leccion] = curso.contenido;
    await admin.ok(cursos.updateLeccion, {
      params: { id: leccion?.id ?? 0 },
      body: { version: 1, gratuita: true },
    });
    const caller = await visitor();
    const params = { slug: curso.slug, leccionId: leccion?.id ?? 0 };
    const { video } = await caller.ok(contract.getLeccionGratuita, { params });
    expect(video?.url).toMatch(/^https:\/\/www\.youtube-nocookie\.com\//);
    const reply = await caller.call(contract.getVideoGratuito, { params });
    expect(reply.problem.code).toBe('NO_ENCONTRADO');
  });
});
