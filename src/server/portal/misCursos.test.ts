import { describe, expect, it } from 'vitest';
import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import { createPago } from '#contract/cobros.ts';
import { createLeccion, deleteLeccion, grantAcceso, uploadVideo } from '#contract/cursos.ts';
import * as contract from '#contract/portal.ts';
import { anularInscripcionCurso, createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildCurso } from '#tests/support/builders.ts';

const app = testApp();
const PRECIO = 60_000;
const DAY = 86_400_000;

/** A student with a sale of that course, paid in that much. */
async function buildAlumna(cursoId: number, pago = PRECIO) {
  const clienteId = await buildCliente(app);
  const ventas = await app.as('VENTAS');
  const cobro = await ventas.ok(createVenta, {
    body: {
      clienteId,
      lineas: [{ tipo: 'CURSO', cursoId }],
      ...(pago ? { pago: { monto: pago, medio: 'EFECTIVO' } } : {}),
    },
  });
  return { clienteId, cobro, alumna: await app.asAlumno(clienteId) };
}

describe('my courses', () => {
  it('say where to go on, lesson after lesson, until all are finished', async () => {
    const curso = await buildCurso(app, { lecciones: 3 });
    const [one, two, three] = curso.contenido.map(({ id }) => id);
    const { alumna, cobro } = await buildAlumna(curso.id);
    const read = async () => (await alumna.ok(contract.listMisCursos, {})).items[0];
    expect(await read()).toMatchObject({
      id: curso.id,
      slug: curso.slug,
      acceso: 'VIGENTE',
      accesoHasta: null,
      codigo: cobro.codigo,
      lecciones: 3,
      terminadas: 0,
      seguirEn: { leccionId: one, titulo: 'Lección 1' },
    });
    const set = (leccionId: number | undefined, body: { segundos?: number; terminada?: boolean }) =>
      alumna.ok(contract.setProgreso, {
        params: { id: curso.id, leccionId: leccionId ?? 0 },
        body,
      });

    await set(three, { segundos: 75 });
    expect((await read())?.seguirEn).toEqual({ leccionId: three, titulo: 'Lección 3' });
    expect(await set(three, { terminada: true })).toEqual({
      terminada: true,
      terminadas: 1,
      lecciones: 3,
    });
    expect((await read())?.seguirEn?.leccionId).toBe(one);
    await set(one, { segundos: 600, terminada: true });
    await set(two, { terminada: true });
    expect(await read()).toMatchObject({ terminadas: 3, seguirEn: null });
  });

  it('keep a lesson finished while its position moves, until it is said not to be', async () => {
    const curso = await buildCurso(app, { lecciones: 2 });
    const { alumna } = await buildAlumna(curso.id);
    const params = { id: curso.id, leccionId: curso.contenido[0]?.id ?? 0 };
    const set = (body: { segundos?: number; terminada?: boolean }) =>
      alumna.ok(contract.setProgreso, { params, body });
    const read = () => alumna.ok(contract.getMiLeccion, { params });
    await set({ segundos: 300, terminada: true });
    expect((await set({ segundos: 12 })).terminada).toBe(true);
    expect(await read()).toMatchObject({ segundos: 12, terminada: true });
    expect((await set({ terminada: false })).terminadas).toBe(0);
    expect(await read()).toMatchObject({ segundos: 12, terminada: false });
  });

  it('noted many times at once keep one position and stay finished', async () => {
    const curso = await buildCurso(app);
    const { alumna, clienteId } = await buildAlumna(curso.id);
    const params = { id: curso.id, leccionId: curso.contenido[0]?.id ?? 0 };
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        alumna.ok(contract.setProgreso, {
          params,
          body: n === 5 ? { terminada: true } : { segundos: n },
        }),
      ),
    );
    const rows = await app.services.deps.db
      .selectFrom('progresoLeccion')
      .selectAll()
      .where('clienteId', '=', clienteId)
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.terminadaEn).not.toBeNull();
  });

  it('show a lesson with what stands beside it', async () => {
    const curso = await buildCurso(app, { lecciones: 3 });
    const [one, two, three] = curso.contenido.map(({ id }) => id);
    const { alumna } = await buildAlumna(curso.id);
    const read = (leccionId = 0) =>
      alumna.ok(contract.getMiLeccion, { params: { id: curso.id, leccionId } });
    expect(await read(two)).toMatchObject({
      orden: 2,
      texto: '<p>Lo de la lección 2.</p>',
      video: { tipo: 'YOUTUBE', modo: 'INCRUSTAR' },
      segundos: 0,
      terminada: false,
      anterior: one,
      siguiente: three,
    });
    expect(await read(one)).toMatchObject({ anterior: null, siguiente: two });
    expect(await read(three)).toMatchObject({ anterior: two, siguiente: null });
  });

  it('play an uploaded video, whole or in parts, and say that a lesson without one has none', async () => {
    const curso = await buildCurso(app, { lecciones: 1 });
    const admin = await app.as('ADMIN');
    const bytes = Buffer.concat([
      Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2mp41', 'latin1'),
      Buffer.alloc(5_000, 7),
    ]);
    const archivo = new Blob([bytes], { type: 'video/mp4' });
    const { id: videoId } = await admin.ok(uploadVideo, { query: {}, archivo });
    const leccion = await admin.ok(createLeccion, {
      params: { id: curso.id },
      body: { titulo: 'Torno', videoId },
    });
    const { alumna } = await buildAlumna(curso.id);
    const params = { id: curso.id, leccionId: leccion.id };
    const { video } = await alumna.ok(contract.getMiLeccion, { params });
    expect(video).toMatchObject({ tipo: 'ARCHIVO', modo: 'ARCHIVO' });
    const url = video?.url ?? '';
    const whole = await alumna.fetch(url);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await alumna.fetch(url, { headers: { range: 'bytes=24-33' } });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
    const visitor = await app.as('VISITANTE');
    expect((await visitor.fetch(url)).status).toBe(401);
    const without = url.replace(`/${leccion.id}/`, `/${curso.contenido[0]?.id}/`);
    expect((await alumna.fetch(without)).status).toBe(404);
  });

  it.each([
    [{ segundos: -1 }, 'segundos'],
    [{ segundos: 86_401 }, 'segundos'],
    [{ segundos: 1.5 }, 'segundos'],
    [{ terminada: 'sí' }, 'terminada'],
  ])('refuse %o', async (body, campo) => {
    const curso = await buildCurso(app);
    const { alumna } = await buildAlumna(curso.id);
    const path = `/api/portal/cursos/${curso.id}/lecciones/${curso.contenido[0]?.id}/progreso`;
    const reply = await alumna.send('PUT', path, body);
    expect([reply.status, reply.problem.errores?.[0]?.campo]).toEqual([422, campo]);
  });
});

describe('a course without access today', () => {
  it('is listed with why, and shows its titles but no lesson', async () => {
    const curso = await buildCurso(app, { lecciones: 2, precio: PRECIO });
    const { alumna, cobro } = await buildAlumna(curso.id, 0);
    const params = { id: curso.id, leccionId: curso.contenido[0]?.id ?? 0 };
    const mine = await alumna.ok(contract.getMiCurso, { params: { id: curso.id } });
    expect(mine).toMatchObject({ acceso: 'POR_PAGAR', codigo: cobro.codigo, seguirEn: null });
    expect(mine.contenido.map(({ titulo }) => titulo)).toEqual(['Lección 1', 'Lección 2']);
    expect(JSON.stringify(mine)).not.toContain('Lo de la lección');
    expect((await alumna.call(contract.getMiLeccion, { params })).status).toBe(404);
    const note = await alumna.call(contract.setProgreso, { params, body: { terminada: true } });
    expect(note.status).toBe(404);

    const ventas = await app.as('VENTAS');
    const pay = (monto: number) =>
      ventas.ok(createPago, { params: { id: cobro.id }, body: { monto, medio: 'EFECTIVO' } });
    await pay(PRECIO - 1);
    expect((await alumna.call(contract.getMiLeccion, { params })).status).toBe(404);
    const admin = await app.as('ADMIN');
    const { version } = await admin.ok(getAjustes, {});
    const after = await admin.ok(updateAjustes, { body: { accesoConAbono: true, version } });
    expect((await alumna.call(contract.getMiLeccion, { params })).status).toBe(200);
    await admin.ok(updateAjustes, { body: { accesoConAbono: false, version: after.version } });
    await pay(1);
    expect((await alumna.call(contract.getMiLeccion, { params })).status).toBe(200);
    expect((await alumna.ok(contract.listMisCursos, {})).items[0]?.acceso).toBe('VIGENTE');
  });

  it('ends when its days are over, and keeps the progress', async () => {
    const curso = await buildCurso(app, { diasAcceso: 10 });
    const { alumna } = await buildAlumna(curso.id);
    const params = { id: curso.id, leccionId: curso.contenido[0]?.id ?? 0 };
    await alumna.ok(contract.setProgreso, { params, body: { terminada: true } });
    app.setNow(new Date(Date.now() + 11.5 * DAY));
    const { items } = await alumna.ok(contract.listMisCursos, {});
    expect(items[0]).toMatchObject({ acceso: 'VENCIDO', terminadas: 1, seguirEn: null });
    expect(items[0]?.accesoHasta).not.toBeNull();
    expect((await alumna.call(contract.getMiLeccion, { params })).status).toBe(404);
  });

  it('is one of two purchases: the one that opens it counts', async () => {
    const curso = await buildCurso(app, { diasAcceso: 10 });
    const { alumna, clienteId } = await buildAlumna(curso.id);
    app.setNow(new Date(Date.now() + 12 * DAY));
    const ventas = await app.as('VENTAS');
    await ventas.ok(grantAcceso, {
      params: { id: curso.id },
      body: { clienteId, motivo: 'No alcanzó a verlo', diasAcceso: 5 },
    });
    const { items } = await alumna.ok(contract.listMisCursos, {});
    expect(items).toHaveLength(1);
    expect(items[0]?.acceso).toBe('VIGENTE');
  });

  it('disappears when its sale is annulled; a lesson that is deleted too', async () => {
    const curso = await buildCurso(app, { lecciones: 2 });
    const { alumna, cobro } = await buildAlumna(curso.id);
    const leccionId = curso.contenido[1]?.id ?? 0;
    const admin = await app.as('ADMIN');
    await admin.ok(deleteLeccion, { params: { id: leccionId } });
    const params = { id: curso.id, leccionId };
    expect((await alumna.call(contract.getMiLeccion, { params })).status).toBe(404);
    const body = { terminada: true };
    expect((await alumna.call(contract.setProgreso, { params, body })).status).toBe(404);
    await admin.ok(anularInscripcionCurso, {
      params: { id: cobro.lineas[0]?.id ?? 0 },
      body: { motivo: 'Se arrepintió' },
    });
    expect((await alumna.ok(contract.listMisCursos, {})).items).toEqual([]);
    expect((await alumna.call(contract.getMiCurso, { params: { id: curso.id } })).status).toBe(404);
  });
});
