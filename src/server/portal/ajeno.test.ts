import { beforeAll, describe, expect, it } from 'vitest';
import { emitComprobante } from '#contract/comprobantes.ts';
import { createLeccion, uploadVideo } from '#contract/cursos.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { buildRequest, type LooseArgs } from '#contract/request.ts';
import { createVenta } from '#contract/ventas.ts';
import { type Caller, testApp } from '#tests/support/app.ts';
import { buildCliente, buildCurso, buildTaller } from '#tests/support/builders.ts';

const app = testApp();
/** The beginning of an MP4 file. */
const MP4 = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2mp41\0\0\0\x08free', 'latin1');

type Mine = { inscripcionId: number; tallerId: number; cobroId: number; cursoId: number };

/** A sale of a workshop and a course, paid and with its receipt. */
async function buildCompra(clienteId: number, tallerId: number, cursoId: number): Promise<Mine> {
  const ventas = await app.as('VENTAS');
  const cobro = await ventas.ok(createVenta, {
    body: {
      clienteId,
      lineas: [
        { tipo: 'TALLER', tallerId, cantidad: 1 },
        { tipo: 'CURSO', cursoId },
      ],
      pago: { monto: 100_000, medio: 'EFECTIVO' },
    },
  });
  await ventas.ok(emitComprobante, { params: { id: cobro.id } });
  const inscripcionId = cobro.lineas.find(({ tipo }) => tipo === 'TALLER')?.id ?? 0;
  return { inscripcionId, tallerId, cobroId: cobro.id, cursoId };
}

let owner: Caller;
let other: Caller;
/** What each endpoint with parameters is asked for: ids that exist and are the owner's. */
let asks: Record<string, LooseArgs>;

beforeAll(async () => {
  const taller = await buildTaller(app, { precio: 40_000 });
  const [curso, another] = [await buildCurso(app), await buildCurso(app)];
  const admin = await app.as('ADMIN');
  const video = await admin.ok(uploadVideo, {
    query: {},
    archivo: new Blob([MP4], { type: 'video/mp4' }),
  });
  const leccion = await admin.ok(createLeccion, {
    params: { id: curso.id },
    body: { titulo: 'Con video', videoId: video.id },
  });
  const [a, b] = [await buildCliente(app), await buildCliente(app)];
  const mine = await buildCompra(a, taller.id, curso.id);
  // The other student has purchases too, of other things: having some opens nobody else's.
  await buildCompra(b, (await buildTaller(app, { precio: 40_000 })).id, another.id);
  [owner, other] = [await app.asAlumno(a), await app.asAlumno(b)];

  const ofCurso = { params: { id: curso.id } };
  const ofLeccion = { params: { id: curso.id, leccionId: leccion.id } };
  const ofTaller = { params: { id: mine.inscripcionId } };
  const ofCobro = { params: { id: mine.cobroId } };
  const resena = { estrellas: 5, comentario: 'Muy bueno' };
  asks = {
    'GET /api/portal/cursos/:id': ofCurso,
    'GET /api/portal/cursos/:id/lecciones/:leccionId': ofLeccion,
    'GET /api/portal/cursos/:id/lecciones/:leccionId/video': ofLeccion,
    'PUT /api/portal/cursos/:id/lecciones/:leccionId/progreso': { ...ofLeccion, body: {} },
    'GET /api/portal/talleres/:id': ofTaller,
    'GET /api/portal/talleres/:id/calendario': ofTaller,
    'GET /api/portal/pagos/:id/comprobante': ofCobro,
    'GET /api/portal/pagos/:id/comprobante/pdf': ofCobro,
    'PUT /api/portal/resenas': { body: { ...resena, tipo: 'CURSO', id: curso.id } },
  };
});

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;
const ofAlumno = () =>
  app.services.routes
    .map((route) => route.endpoint)
    .filter((endpoint) => endpoint.acceso === 'ALUMNO');

async function knock(caller: Caller, endpoint: Endpoint, args: LooseArgs) {
  const { path, init } = buildRequest(endpoint, args);
  const response = await caller.fetch(path, init as RequestInit);
  return { status: response.status, text: await response.text() };
}

describe('what is another student’s', () => {
  it('is asked for at every endpoint that takes an id', () => {
    const withParams = ofAlumno().filter((endpoint) => endpoint.params);
    expect(withParams.length).toBeGreaterThan(5);
    for (const endpoint of withParams)
      expect(asks, nameOf(endpoint)).toHaveProperty([nameOf(endpoint)]);
    const known = new Set(ofAlumno().map(nameOf));
    for (const name of Object.keys(asks)) expect(known.has(name), name).toBe(true);
  });

  it('is not found, though it exists and opens for its owner', async () => {
    for (const endpoint of ofAlumno()) {
      const args = asks[nameOf(endpoint)];
      if (!args) continue;
      const mine = await knock(owner, endpoint, args);
      expect(mine.status, `${nameOf(endpoint)}: ${mine.text.slice(0, 200)}`).toBeLessThan(300);
      const theirs = await knock(other, endpoint, args);
      expect(theirs.status, nameOf(endpoint)).toBe(404);
      expect(JSON.parse(theirs.text), nameOf(endpoint)).toMatchObject({ code: 'NO_ENCONTRADO' });
    }
  });

  it('is not found by a lesson of theirs under a course of one’s own, nor by ids of nothing', async () => {
    for (const endpoint of ofAlumno()) {
      const args = asks[nameOf(endpoint)];
      if (!args?.params) continue;
      for (const id of [999_999_999, 0, -1, 'x', '1 or 1=1', '1e3', '99999999999999999999']) {
        const reply = await knock(owner, endpoint, { ...args, params: { ...args.params, id } });
        expect(reply.status, `${nameOf(endpoint)} ${id}`).toBe(404);
      }
    }
    const { items } = JSON.parse(await (await other.fetch('/api/portal/cursos')).text());
    const own: number = items[0].id;
    for (const endpoint of ofAlumno().filter(({ path }) => path.includes(':leccionId'))) {
      const args = asks[nameOf(endpoint)] ?? {};
      const reply = await knock(other, endpoint, { ...args, params: { ...args.params, id: own } });
      expect(reply.status, nameOf(endpoint)).toBe(404);
    }
  });

  it('stands in none of the lists', async () => {
    for (const path of ['cursos', 'talleres', 'pagos', 'resenas']) {
      const one = JSON.parse(await (await owner.fetch(`/api/portal/${path}`)).text());
      const two = JSON.parse(await (await other.fetch(`/api/portal/${path}`)).text());
      expect(one.items.length, path).toBeGreaterThan(0);
      const ids = (list: { items: object[] }) => list.items.map((item) => JSON.stringify(item));
      expect(
        ids(one).filter((item) => ids(two).includes(item)),
        path,
      ).toEqual([]);
    }
  });
});
