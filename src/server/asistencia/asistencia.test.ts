import { describe, expect, it } from 'vitest';
import {
  codigoDePuesto,
  escanear,
  getAsistencia,
  rutaDeEscaneo,
  setAsistencia,
} from '#contract/asistencia.ts';
import {
  anularInscripcion,
  createVenta,
  setAsistentes,
  trasladarInscripcion,
} from '#contract/ventas.ts';
import { type Caller, testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildProducto,
  buildTaller,
  buildVenta,
  inDays,
  readEstado,
} from '#tests/support/builders.ts';

const app = testApp();
const PRECIO = 40_000;
const puerta = () => app.as('SOPORTE');

type Options = { dias?: number; cantidad?: number; pago?: number };

/** A Taller that begins soon, with one sale of seats, paid unless told. */
async function buildEntrada({ dias = 0.05, cantidad = 1, pago = PRECIO * cantidad }: Options = {}) {
  const taller = await buildTaller(app, { precio: PRECIO, cupos: 30, dias });
  const clienteId = await buildCliente(app);
  const cobro = await buildVenta(app, taller.id, {
    clienteId,
    cantidad,
    ...(pago ? { pago } : {}),
  });
  const inscripcionId = cobro.lineas[0]?.id ?? 0;
  const codigo = (puesto = 1) => codigoDePuesto(cobro.codigo, inscripcionId, puesto);
  return { taller, clienteId, cobro, inscripcionId, codigo };
}

const lista = async (id: number) => (await puerta()).ok(getAsistencia, { params: { id } });

const marcar = async (
  id: number,
  inscripcionId: number,
  asistencia: 'PRESENTE' | 'AUSENTE' | null,
  puesto = 1,
) =>
  (await puerta()).call(setAsistencia, {
    params: { id },
    body: { inscripcionId, puesto, asistencia },
  });

async function scan(codigo: string, extra: { tallerId?: number; aunqueDeba?: boolean } = {}) {
  return (await puerta()).call(escanear, { body: { codigo, ...extra } });
}

const actos = (inscripcionId: number) =>
  app.services.deps.db
    .selectFrom('auditoria')
    .select('despues')
    .where('accion', '=', 'MARCAR_ASISTENCIA')
    .where('entidadId', '=', String(inscripcionId))
    .orderBy('id')
    .execute();

describe('the roll', () => {
  it('has a row for each seat, named or of the buyer, with what is owed and the kits to hand over', async () => {
    const taller = await buildTaller(app, { precio: PRECIO, dias: 0.05 });
    const kit = await buildProducto(app, { precio: 10_000 });
    const ventas = await app.as('VENTAS');
    const cobro = await ventas.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [
          { tipo: 'TALLER', tallerId: taller.id, cantidad: 2 },
          { tipo: 'PRODUCTO', productoId: kit.id, cantidad: 3 },
        ],
        pago: { monto: 20_000, medio: 'EFECTIVO' },
      },
    });
    const id = cobro.lineas.find(({ tipo }) => tipo === 'TALLER')?.id ?? 0;
    await ventas.ok(setAsistentes, {
      params: { id },
      body: { asistentes: [null, { nombres: 'Zoé', apellidos: 'Ábalos' }] },
    });
    const roll = await lista(taller.id);
    expect(roll).toMatchObject({ presentes: 0, ausentes: 0, sinMarcar: 2, abierta: true });
    expect(roll.puestos).toMatchObject([
      { puesto: 2, nombre: 'Zoé Ábalos', nombrado: true },
      { puesto: 1, nombre: expect.stringMatching(/^María José Muñoz/), nombrado: false },
    ]);
    for (const puesto of roll.puestos) {
      expect(puesto).toMatchObject({
        estado: 'ABONADO',
        saldo: 90_000,
        kitsPorEntregar: 3,
        asistencia: null,
      });
    }
  });

  it('is marked, corrected and unmarked; presence counts as activity; each act is on the record', async () => {
    const { taller, inscripcionId, clienteId } = await buildEntrada();
    const { db } = app.services.deps;
    await db
      .updateTable('cliente')
      .set({ ultimaActividadEn: inDays(-400) })
      .where('id', '=', clienteId)
      .execute();
    const activity = async () =>
      (
        await db
          .selectFrom('cliente')
          .select('ultimaActividadEn')
          .where('id', '=', clienteId)
          .executeTakeFirstOrThrow()
      ).ultimaActividadEn ?? '';
    await marcar(taller.id, inscripcionId, 'AUSENTE');
    expect((await activity()) < inDays(-1)).toBe(true);
    const { body } = await marcar(taller.id, inscripcionId, 'PRESENTE');
    expect(body).toMatchObject({
      asistencia: 'PRESENTE',
      via: 'LISTA',
      marcadaPor: 'Persona SOPORTE',
    });
    expect((await activity()) > inDays(-1)).toBe(true);
    expect(await lista(taller.id)).toMatchObject({ presentes: 1, sinMarcar: 0 });
    const again = await marcar(taller.id, inscripcionId, 'PRESENTE');
    expect(again.body.marcadaEn).toBe(body.marcadaEn);
    expect((await marcar(taller.id, inscripcionId, null)).body).toMatchObject({
      asistencia: null,
      via: null,
    });
    expect(await lista(taller.id)).toMatchObject({ presentes: 0, sinMarcar: 1 });
    expect((await actos(inscripcionId)).map(({ despues }) => despues)).toMatchObject([
      { asistencia: 'AUSENTE' },
      { asistencia: 'PRESENTE' },
      { asistencia: null },
    ]);
  });

  it('brings an INACTIVO back by being there', async () => {
    const { taller, inscripcionId, clienteId } = await buildEntrada();
    const { db } = app.services.deps;
    await db
      .updateTable('cliente')
      .set({ estado: 'INACTIVO' })
      .where('id', '=', clienteId)
      .execute();
    await db
      .insertInto('clienteEstado')
      .values({ clienteId, de: 'CLIENTE', a: 'INACTIVO', causa: 'SIN_ACTIVIDAD' })
      .execute();
    await marcar(taller.id, inscripcionId, 'PRESENTE');
    expect(await readEstado(app, clienteId)).toBe('CLIENTE');
  });

  it('opens a day before it begins, and says when', async () => {
    const { taller, inscripcionId } = await buildEntrada({ dias: 5 });
    const roll = await lista(taller.id);
    expect(roll.abierta).toBe(false);
    expect(Date.parse(roll.abreEn)).toBe(Date.parse(taller.iniciaEn) - 86_400_000);
    const early = await marcar(taller.id, inscripcionId, 'PRESENTE');
    expect(early).toMatchObject({ status: 409, problem: { code: 'ESTADO_NO_PERMITE' } });
    expect(early.problem.title).toMatch(
      /^La lista se abre un día antes: el \p{L}+ \d+ de .*\d\d:\d\d\.$/u,
    );
  });

  it('refuses a seat that is not there', async () => {
    const { taller, inscripcionId } = await buildEntrada();
    const other = await buildEntrada();
    expect((await marcar(taller.id, other.inscripcionId, 'PRESENTE')).status).toBe(404);
    expect((await marcar(taller.id, 999_999, 'PRESENTE')).status).toBe(404);
    expect(
      (await marcar(taller.id, inscripcionId, 'PRESENTE', 2)).problem.errores?.[0]?.campo,
    ).toBe('puesto');
    for (const puesto of [0, 1.5, 1e9, '1']) {
      const body = { inscripcionId, puesto, asistencia: 'PRESENTE' };
      const reply = await (await puerta()).send(
        'PUT',
        `/api/talleres/${taller.id}/asistencia`,
        body,
      );
      expect(reply.status).toBe(422);
    }
    await (await app.as('VENTAS')).ok(anularInscripcion, {
      params: { id: inscripcionId },
      body: { motivo: 'Error' },
    });
    expect((await marcar(taller.id, inscripcionId, 'PRESENTE')).problem.code).toBe(
      'ESTADO_NO_PERMITE',
    );
    expect((await lista(taller.id)).puestos).toEqual([]);
    expect((await (await puerta()).call(getAsistencia, { params: { id: 999_999 } })).status).toBe(
      404,
    );
  });

  it('is not for whoever may not mark', async () => {
    const { taller, inscripcionId } = await buildEntrada();
    const marketing = await app.as('MARKETING');
    await marketing.ok(getAsistencia, { params: { id: taller.id } });
    const body = { inscripcionId, puesto: 1, asistencia: 'PRESENTE' as const };
    expect((await marketing.call(setAsistencia, { params: { id: taller.id }, body })).status).toBe(
      403,
    );
  });

  it('of one who was absent does not follow them to another date; one who came stays', async () => {
    const { taller, inscripcionId } = await buildEntrada();
    const next = await buildTaller(app, { precio: PRECIO, dias: 0.06 });
    const ventas: Caller = await app.as('VENTAS');
    const move = (tallerId: number) =>
      ventas.call(trasladarInscripcion, { params: { id: inscripcionId }, body: { tallerId } });
    await marcar(taller.id, inscripcionId, 'AUSENTE');
    expect((await move(next.id)).status).toBe(200);
    expect(await lista(next.id)).toMatchObject({ ausentes: 0, sinMarcar: 1 });
    await marcar(next.id, inscripcionId, 'PRESENTE');
    expect((await move(taller.id)).problem.code).toBe('ESTADO_NO_PERMITE');
  });
});

describe('a scan', () => {
  it('registers by the code alone or by the address, each seat on its own', async () => {
    const { taller, codigo } = await buildEntrada({ cantidad: 2 });
    const first = await scan(codigo(1), { tallerId: taller.id });
    expect(first.body).toMatchObject({
      resultado: 'REGISTRADA',
      puesto: { puesto: 1, asistencia: 'PRESENTE', via: 'QR' },
      taller: { id: taller.id, titulo: taller.titulo },
    });
    const address = `https://escuela.cl${rutaDeEscaneo}${codigo(2)}?x=1`;
    expect((await scan(address)).body.resultado).toBe('REGISTRADA');
    expect((await lista(taller.id)).presentes).toBe(2);
  });

  it('is one registration of twenty at once; the others learn when and by whom', async () => {
    const { codigo, inscripcionId } = await buildEntrada();
    const replies = await Promise.all(Array.from({ length: 20 }, () => scan(codigo())));
    const results = replies.map(({ body }) => body.resultado);
    expect(results.filter((result) => result === 'REGISTRADA')).toHaveLength(1);
    expect(results.filter((result) => result === 'YA_REGISTRADA')).toHaveLength(19);
    for (const { body } of replies) {
      expect(body.puesto).toMatchObject({
        marcadaPor: 'Persona SOPORTE',
        marcadaEn: expect.any(String),
      });
    }
    expect(await actos(inscripcionId)).toHaveLength(1);
  });

  it('does not let in whoever owes, unless one says so', async () => {
    const { taller, codigo } = await buildEntrada({ pago: 10_000 });
    const reply = await scan(codigo());
    expect(reply.body).toMatchObject({
      resultado: 'IMPAGA',
      puesto: { saldo: 30_000, asistencia: null },
    });
    expect((await lista(taller.id)).presentes).toBe(0);
    expect((await scan(codigo(), { aunqueDeba: true })).body).toMatchObject({
      resultado: 'REGISTRADA',
      puesto: { saldo: 30_000, asistencia: 'PRESENTE' },
    });
    expect((await scan(codigo())).body.resultado).toBe('YA_REGISTRADA');
  });

  it('tells what was annulled, what is of another workshop and what is not of today', async () => {
    const here = await buildEntrada();
    const other = await scan(here.codigo(), { tallerId: (await buildTaller(app)).id });
    expect(other.body).toMatchObject({ resultado: 'OTRO_TALLER', taller: { id: here.taller.id } });
    const later = await buildEntrada({ dias: 3 });
    expect((await scan(later.codigo(), { aunqueDeba: true })).body.resultado).toBe(
      'FUERA_DE_FECHA',
    );
    await (await app.as('VENTAS')).ok(anularInscripcion, {
      params: { id: here.inscripcionId },
      body: { motivo: 'Error' },
    });
    const annulled = await scan(here.codigo(), { aunqueDeba: true });
    expect(annulled.body).toMatchObject({
      resultado: 'ANULADA',
      puesto: { estado: 'ANULADO', saldo: 0 },
    });
    expect((await lista(here.taller.id)).presentes).toBe(0);
    expect((await lista(later.taller.id)).presentes).toBe(0);
  });

  it('registers whoever was marked absent and came late', async () => {
    const { taller, inscripcionId, codigo } = await buildEntrada();
    await marcar(taller.id, inscripcionId, 'AUSENTE');
    expect((await scan(codigo())).body).toMatchObject({
      resultado: 'REGISTRADA',
      puesto: { asistencia: 'PRESENTE', via: 'QR' },
    });
  });

  it('refuses what is no code of ours in plain words', async () => {
    const { inscripcionId, cobro } = await buildEntrada();
    for (const codigo of [
      'hola',
      'https://otra.cl/x',
      cobro.codigo,
      `${cobro.codigo}.${inscripcionId}.0`,
    ]) {
      const reply = await scan(codigo);
      expect(reply.problem).toMatchObject({ code: 'VALIDACION', errores: [{ campo: 'codigo' }] });
    }
    for (const codigo of [
      codigoDePuesto('ZZZZ-ZZZZ', inscripcionId, 1),
      codigoDePuesto(cobro.codigo, inscripcionId, 2),
      codigoDePuesto(cobro.codigo, 999_999_999_999_999, 1),
    ]) {
      const reply = await scan(codigo);
      expect(reply.problem).toMatchObject({ status: 404, code: 'NO_ENCONTRADO' });
    }
    for (const body of [{}, { codigo: '' }, { codigo: 'a\u0000' }, { codigo: 'x'.repeat(301) }]) {
      expect((await (await puerta()).send('POST', '/api/asistencia/escaneo', body)).status).toBe(
        422,
      );
    }
  });
});
