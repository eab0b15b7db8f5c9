import { describe, expect, it } from 'vitest';
import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import { createPago } from '#contract/cobros.ts';
import * as contract from '#contract/cursos.ts';
import { anularInscripcionCurso, createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildCurso, inDays, readEstado } from '#tests/support/builders.ts';
import { buildFicha, expectRefusal } from '#tests/support/clientes.ts';
import { tieneAcceso } from './acceso.queries.ts';

const app = testApp();
const DAY = 86_400_000;

async function sell(cursoId: number, clienteId: number, pago?: number) {
  const cobro = await (await app.as('VENTAS')).ok(createVenta, {
    body: {
      clienteId,
      lineas: [{ tipo: 'CURSO', cursoId }],
      ...(pago ? { pago: { monto: pago, medio: 'EFECTIVO' } } : {}),
    },
  });
  return { cobro, lineaId: cobro.lineas[0]?.id ?? 0 };
}

async function pay(cobroId: number, monto: number) {
  await (await app.as('VENTAS')).ok(createPago, {
    params: { id: cobroId },
    body: { monto, medio: 'EFECTIVO' },
  });
}

async function list(query: Record<string, unknown>) {
  return (await app.as('SOPORTE')).ok(contract.listInscripcionesCurso, { query });
}

async function grant(cursoId: number, clienteId: number, extra: object = {}, key?: string) {
  return (await app.as('VENTAS')).call(contract.grantAcceso, {
    params: { id: cursoId },
    body: { clienteId, motivo: 'Ganó el sorteo', ...extra },
    ...(key ? { idempotencyKey: key } : {}),
  });
}

async function update(id: number, accesoHasta: string | null) {
  return (await app.as('VENTAS')).call(contract.updateAcceso, {
    params: { id },
    body: { accesoHasta, motivo: 'Estuvo enferma' },
  });
}

/** Whether the list and the rule for the portal agree, and on what. */
async function seen(cursoId: number, clienteId: number) {
  const { items } = await list({ curso: cursoId, cliente: clienteId });
  const { db, now } = app.services.deps;
  const open = await tieneAcceso(db, { clienteId, cursoId, now: now().toISOString() });
  const states = items.map((item) => item.acceso);
  expect(open).toBe(states.includes('VIGENTE'));
  return states;
}

const local = (instant: number) =>
  new Intl.DateTimeFormat('sv', { timeZone: 'America/Santiago' }).format(instant);

describe('access to a curso', () => {
  it('opens when it is paid, for its days, and ends', async () => {
    const curso = await buildCurso(app, { precio: 50_000, diasAcceso: 2 });
    const clienteId = await buildCliente(app);
    const { cobro } = await sell(curso.id, clienteId);
    expect(await seen(curso.id, clienteId)).toEqual(['POR_PAGAR']);
    await pay(cobro.id, 20_000);
    expect(await seen(curso.id, clienteId)).toEqual(['POR_PAGAR']);
    await pay(cobro.id, 30_000);
    expect(await seen(curso.id, clienteId)).toEqual(['VIGENTE']);
    const read = await (await app.as('SOPORTE')).ok(contract.getCurso, {
      params: { id: curso.id },
    });
    expect(read.alumnos).toBe(1);
    app.setNow(new Date(Date.now() + 3 * DAY));
    expect(await seen(curso.id, clienteId)).toEqual(['VENCIDO']);
    await sell(curso.id, clienteId, 50_000);
    expect(await seen(curso.id, clienteId)).toEqual(['VIGENTE', 'VENCIDO']);
  });

  it('opens with the first abono where the school says so', async () => {
    const admin = await app.as('ADMIN');
    const setting = async (accesoConAbono: boolean) => {
      const { db } = app.services.deps;
      const { version } = await db
        .selectFrom('negocio')
        .select('version')
        .executeTakeFirstOrThrow();
      await admin.ok(updateAjustes, { body: { version, accesoConAbono } });
    };
    await setting(true);
    const curso = await buildCurso(app, { precio: 50_000 });
    const clienteId = await buildCliente(app);
    await sell(curso.id, clienteId, 10_000);
    expect(await seen(curso.id, clienteId)).toEqual(['VIGENTE']);
    await setting(false);
    expect(await seen(curso.id, clienteId)).toEqual(['POR_PAGAR']);
  });

  it('lasts its days from when the school begins to say so, for what was paid in part before', async () => {
    const admin = await app.as('ADMIN');
    const setting = async (accesoConAbono: boolean) => {
      const { version } = await admin.ok(getAjustes, {});
      await admin.ok(updateAjustes, { body: { version, accesoConAbono } });
    };
    const curso = await buildCurso(app, { precio: 50_000, diasAcceso: 2 });
    const clienteId = await buildCliente(app);
    const { cobro } = await sell(curso.id, clienteId, 10_000);
    expect(await seen(curso.id, clienteId)).toEqual(['POR_PAGAR']);
    await setting(true);
    expect(await seen(curso.id, clienteId)).toEqual(['VIGENTE']);
    app.setNow(new Date(Date.now() + 3 * DAY));
    expect(await seen(curso.id, clienteId)).toEqual(['VENCIDO']);
    await pay(cobro.id, 40_000);
    expect(await seen(curso.id, clienteId)).toEqual(['VENCIDO']);
    await setting(false);
  });

  it('stays when the curso goes back to draft, and goes when it is annulled', async () => {
    const curso = await buildCurso(app);
    const clienteId = await buildCliente(app);
    const { lineaId } = await sell(curso.id, clienteId, 60_000);
    const admin = await app.as('ADMIN');
    await admin.ok(contract.unpublishCurso, {
      params: { id: curso.id },
      body: { version: curso.version },
    });
    expect(await seen(curso.id, clienteId)).toEqual(['VIGENTE']);
    await admin.ok(anularInscripcionCurso, {
      params: { id: lineaId },
      body: { motivo: 'Se arrepintió' },
    });
    expect(await seen(curso.id, clienteId)).toEqual(['ANULADO']);
    const [item] = (await list({ curso: curso.id })).items;
    expect(item).toMatchObject({ estado: 'ANULADO', saldo: 0 });
    expect(item?.puede).toEqual({ anular: false, cambiarAcceso: false });
    expectRefusal(await update(lineaId, null), 'ESTADO_NO_PERMITE', []);
  });
});

describe('the list of accesses', () => {
  it('tells who has it, how far they are, and narrows and pages', async () => {
    const curso = await buildCurso(app, { lecciones: 3, precio: 10_000 });
    const people = [];
    for (const apellidos of ['Zúñiga', 'Núñez', 'Ibáñez']) {
      people.push(await buildFicha(app, { apellidos }));
    }
    const [zuniga, nunez, ibanez] = people.map((p) => p.id);
    await sell(curso.id, zuniga ?? 0, 10_000);
    await sell(curso.id, nunez ?? 0, 4_000);
    await grant(curso.id, ibanez ?? 0);
    const visto = '2026-05-04T10:00:00.000Z';
    await app.services.deps.db
      .insertInto('progresoLeccion')
      .values(
        curso.contenido.slice(0, 2).map(({ id }, i) => ({
          clienteId: zuniga ?? 0,
          leccionId: id,
          vistoEn: i === 0 ? visto : '2026-05-03T10:00:00.000Z',
          terminadaEn: i === 0 ? visto : null,
        })),
      )
      .execute();
    const { items, total } = await list({ curso: curso.id });
    expect(total).toBe(3);
    expect(items.map((i) => i.cliente.apellidos)).toEqual(['Ibáñez', 'Núñez', 'Zúñiga']);
    expect(items[2]).toMatchObject({
      cursoId: curso.id,
      cursoTitulo: curso.titulo,
      acceso: 'VIGENTE',
      estado: 'PAGADO',
      saldo: 0,
      terminadas: 1,
      lecciones: 3,
      ultimaVisitaEn: visto,
      cortesiaMotivo: null,
      puede: { anular: false, cambiarAcceso: false },
    });
    expect(items[1]).toMatchObject({ acceso: 'POR_PAGAR', estado: 'ABONADO', saldo: 6_000 });
    expect(items[1]).toMatchObject({ terminadas: 0, ultimaVisitaEn: null, accesoDesde: null });
    expect(items[0]).toMatchObject({ total: 0, cortesiaMotivo: 'Ganó el sorteo' });

    expect((await list({ curso: curso.id, q: 'nunez' })).items).toHaveLength(1);
    expect((await list({ curso: curso.id, acceso: ['POR_PAGAR'] })).total).toBe(1);
    expect((await list({ curso: curso.id, acceso: ['VIGENTE', 'VENCIDO'] })).total).toBe(2);
    expect((await list({ cliente: zuniga })).total).toBe(1);
    const first = await list({ curso: curso.id, limite: 2 });
    const second = await list({ curso: curso.id, limite: 2, cursor: first.siguiente });
    expect([...first.items, ...second.items].map((i) => i.id)).toEqual(items.map((i) => i.id));
    expect(second.siguiente).toBeNull();
  });
});

describe('free access', () => {
  it('is a sale with all its price taken off and its reason, and makes a customer', async () => {
    const curso = await buildCurso(app, { precio: 60_000, diasAcceso: 90 });
    const clienteId = await buildCliente(app);
    const { status, body } = await grant(curso.id, clienteId);
    expect(status).toBe(201);
    expect(body).toMatchObject({ total: 0, saldo: 0, estado: 'PAGADO', acceso: 'VIGENTE' });
    expect(Date.parse(body.accesoHasta ?? '') - Date.parse(body.accesoDesde ?? '')).toBe(90 * DAY);
    expect(await readEstado(app, clienteId)).toBe('CLIENTE');
    const line = await app.services.deps.db
      .selectFrom('inscripcionCurso')
      .select(['precioUnitario', 'descuento', 'descuentoMotivo', 'cortesiaMotivo'])
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow();
    expect(line).toEqual({
      precioUnitario: 60_000,
      descuento: 60_000,
      descuentoMotivo: 'Ganó el sorteo',
      cortesiaMotivo: 'Ganó el sorteo',
    });
    const log = await app.services.deps.db
      .selectFrom('auditoria')
      .select('despues')
      .where('accion', '=', 'DAR_ACCESO')
      .where('entidadId', '=', String(curso.id))
      .executeTakeFirstOrThrow();
    expect(log.despues).toMatchObject({ clienteId, motivo: 'Ganó el sorteo' });
  });

  it('lasts as told, also for ever, and is free of a free curso too', async () => {
    const [dated, free] = [
      await buildCurso(app, { diasAcceso: 90 }),
      await buildCurso(app, { precio: 0 }),
    ];
    const forEver = await grant(dated.id, await buildCliente(app), { diasAcceso: null });
    expect(forEver.body.accesoHasta).toBeNull();
    const week = await grant(free.id, await buildCliente(app), { diasAcceso: 7 });
    const { accesoDesde, accesoHasta } = week.body;
    expect(Date.parse(accesoHasta ?? '') - Date.parse(accesoDesde ?? '')).toBe(7 * DAY);
  });

  it('is given once: by key, by hand, and by two at once', async () => {
    const curso = await buildCurso(app);
    const clienteId = await buildCliente(app);
    const [first, again] = [
      await grant(curso.id, clienteId, {}, 'clave-0001'),
      await grant(curso.id, clienteId, {}, 'clave-0001'),
    ];
    expect(again.body.id).toBe(first.body.id);
    expect((await grant(curso.id, clienteId)).problem).toMatchObject({
      status: 409,
      code: 'YA_INSCRITO',
    });
    const other = await buildCliente(app);
    const both = await Promise.all([grant(curso.id, other), grant(curso.id, other)]);
    expect(both.map((reply) => reply.status).toSorted()).toEqual([201, 409]);
    expect((await list({ curso: curso.id, cliente: other })).total).toBe(1);
  });

  it('is refused for a draft, nobody, no reason, and without the right', async () => {
    const [curso, draft] = [await buildCurso(app), await buildCurso(app, { publicar: false })];
    const clienteId = await buildCliente(app);
    expectRefusal(await grant(draft.id, clienteId), 'CURSO_NO_DISPONIBLE', []);
    expectRefusal(await grant(999_999, clienteId), 'NO_ENCONTRADO', []);
    expectRefusal(await grant(curso.id, 999_999), 'VALIDACION', ['clienteId']);
    expectRefusal(await grant(curso.id, clienteId, { motivo: ' ' }), 'VALIDACION', ['motivo']);
    expectRefusal(await grant(curso.id, clienteId, { diasAcceso: 0 }), 'VALIDACION', [
      'diasAcceso',
    ]);
    const reply = await (await app.as('SOPORTE')).call(contract.grantAcceso, {
      params: { id: curso.id },
      body: { clienteId, motivo: 'Porque sí' },
    });
    expect(reply.problem.code).toBe('SIN_PERMISO');
    expect((await list({ curso: curso.id })).total).toBe(0);
  });
});

describe('the end of an access', () => {
  it('is the end of a local day, or never, with its reason on record', async () => {
    const curso = await buildCurso(app, { diasAcceso: 10 });
    const clienteId = await buildCliente(app);
    const { lineaId } = await sell(curso.id, clienteId, 60_000);
    const { body } = await update(lineaId, '2027-01-15');
    expect(body).toMatchObject({ acceso: 'VIGENTE', accesoHasta: '2027-01-16T02:59:59.999Z' });
    expect((await update(lineaId, '2027-07-15')).body.accesoHasta).toBe('2027-07-16T03:59:59.999Z');
    expect((await update(lineaId, null)).body.accesoHasta).toBeNull();
    const log = await app.services.deps.db
      .selectFrom('auditoria')
      .select('despues')
      .where('accion', '=', 'CAMBIAR_ACCESO')
      .where('entidadId', '=', String(lineaId))
      .orderBy('id')
      .executeTakeFirstOrThrow();
    expect(log.despues).toEqual({
      accesoHasta: '2027-01-16T02:59:59.999Z',
      motivo: 'Estuvo enferma',
    });
  });

  it('may be today, is never before it began, and is not set before it opens', async () => {
    const curso = await buildCurso(app, { precio: 10_000 });
    const [paid, unpaid] = [await buildCliente(app), await buildCliente(app)];
    const { lineaId } = await sell(curso.id, paid, 10_000);
    const today = await update(lineaId, local(Date.now()));
    expect(today.body.acceso).toBe('VIGENTE');
    expectRefusal(await update(lineaId, local(Date.now() - DAY)), 'VALIDACION', ['accesoHasta']);
    for (const bad of ['2026-02-30', 'mañana', inDays(3)]) {
      expectRefusal(await update(lineaId, bad), 'VALIDACION', ['accesoHasta']);
    }
    const pending = await sell(curso.id, unpaid);
    expectRefusal(await update(pending.lineaId, null), 'ESTADO_NO_PERMITE', []);
    expectRefusal(await update(999_999, null), 'NO_ENCONTRADO', []);
    const later = new Date(Date.now() + 3 * DAY);
    app.setNow(later);
    expect(await seen(curso.id, paid)).toEqual(['VENCIDO']);
    const closed = await update(lineaId, local(later.getTime() - DAY));
    expect(closed.body.acceso).toBe('VENCIDO');
    expect((await update(lineaId, local(later.getTime()))).body.acceso).toBe('VIGENTE');
  });
});
