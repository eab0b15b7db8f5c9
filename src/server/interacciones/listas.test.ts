import { describe, expect, it } from 'vitest';
import { createCliente, listClientes, updateCliente } from '#contract/clientes.ts';
import { createEmpresa } from '#contract/empresas.ts';
import type { CallArgs } from '#contract/endpoint.ts';
import * as contract from '#contract/interacciones.ts';
import type { Rol } from '#contract/permisos.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente } from '#tests/support/builders.ts';
import { buildFicha, expectRefusal } from '#tests/support/clientes.ts';
import { idDe, today } from '#tests/support/interacciones.ts';

const app = testApp();
type Body = CallArgs<typeof contract.createInteraccion>['body'];
type Query = NonNullable<CallArgs<typeof contract.listInteracciones>['query']>;
type Pendientes = NonNullable<CallArgs<typeof contract.listSeguimientos>['query']>;

async function log(campos: Partial<Body> = {}, rol: Rol = 'VENTAS') {
  const clienteId = campos.clienteId ?? (await buildCliente(app));
  const body = { tipo: 'LLAMADA', resumen: 'Llamada', ...campos, clienteId } as const;
  return (await app.as(rol)).ok(contract.createInteraccion, { body });
}
const list = async (query: Query, rol: Rol = 'VENTAS') =>
  (await app.as(rol)).ok(contract.listInteracciones, { query });
const pending = async (query: Pendientes, rol: Rol = 'VENTAS') =>
  (await app.as(rol)).ok(contract.listSeguimientos, { query });
const ids = (page: { items: { id: number }[] }) => page.items.map((one) => one.id);

describe('the list of interacciones', () => {
  it('is ordered by when it happened, both ways, page by page', async () => {
    const clienteId = await buildCliente(app);
    const made: number[] = [];
    for (const minute of [3, 1, 2, 2, 0]) {
      const fecha = `2026-01-10T10:0${minute}:00Z`;
      made.push((await log({ clienteId, fecha })).id);
    }
    const [a, b, c, d, e] = made;
    const down = [a, d, c, b, e];
    for (const [orden, expected] of [
      ['-fecha', down],
      ['fecha', down.toReversed()],
    ] as const) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({
          cliente: clienteId,
          orden,
          limite: 2,
          ...(cursor ? { cursor } : {}),
        });
        expect(page.total).toBe(5);
        seen.push(...ids(page));
        cursor = page.siguiente ?? undefined;
      } while (cursor);
      expect(seen).toEqual(expected);
    }
  });

  it('is narrowed by each filter', async () => {
    const ventas = await app.as('VENTAS');
    const { id: empresaId } = await ventas.ok(createEmpresa, {
      body: { razonSocial: 'Gres Ltda' },
    });
    const { id: clienteId } = await buildFicha(app, { tipo: 'B2B', empresaId });
    const soporte = await idDe(app, 'SOPORTE');
    const call = await log({ clienteId, resultado: 'RESUELTO', fecha: '2025-03-10T02:59:00Z' });
    const note = await log({ clienteId, tipo: 'NOTA', responsableId: null });
    const mail = await log({ clienteId, tipo: 'CORREO', responsableId: soporte });
    const mine = { empresa: empresaId };
    expect(ids(await list(mine))).toEqual([mail.id, note.id, call.id]);
    expect(ids(await list({ ...mine, tipo: ['NOTA', 'LLAMADA'] }))).toEqual([note.id, call.id]);
    expect(ids(await list({ ...mine, tipo: ['NOTA'] }))).toEqual([note.id]);
    expect(ids(await list({ ...mine, resultado: ['RESUELTO'] }))).toEqual([call.id]);
    expect(ids(await list({ ...mine, responsable: soporte }))).toEqual([mail.id]);
    expect(ids(await list({ ...mine, responsable: 'yo' }))).toEqual([call.id]);
    expect(ids(await list({ ...mine, responsable: 'yo' }, 'SOPORTE'))).toEqual([mail.id]);
    // 23:59 of the 9th in Santiago.
    const day = (date: string) => list({ ...mine, desde: date, hasta: date });
    expect(ids(await day('2025-03-09'))).toEqual([call.id]);
    expect(ids(await day('2025-03-10'))).toEqual([]);
  });

  it('is searched by what was said and by who, accents aside', async () => {
    const named = await buildFicha(app, { nombres: 'Íngrid', apellidos: 'Zúñiga' });
    const said = await log({ resumen: 'Pidió una cotización', detalle: 'Para el horno eléctrico' });
    const hers = await log({ clienteId: named.id });
    expect(ids(await list({ q: 'horno electrico' }))).toEqual([said.id]);
    expect(ids(await list({ q: 'COTIZACION' }))).toEqual([said.id]);
    expect(ids(await list({ q: 'ingrid zuniga' }))).toEqual([hers.id]);
    expect(ids(await list({ q: 'ingrid', tipo: ['NOTA'] }))).toEqual([]);
    expect((await list({ q: 'horno', limite: 1 })).total).toBe(1);
    expect(ids(await list({ q: '50% _ \\' }))).toEqual([]);
  });

  it('finds the same in the order of the list when too many match to be sorted', async () => {
    const { db } = app.services.deps;
    const clienteId = await buildCliente(app);
    const many = Array.from({ length: 10_002 }, (_, i) => ({
      clienteId,
      tipo: 'NOTA' as const,
      resumen: i % 2 === 0 ? 'Torneado fino' : 'Torneado grueso',
      fecha: new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString(),
    }));
    for (let i = 0; i < many.length; i += 2_000) {
      await db
        .insertInto('interaccion')
        .values(many.slice(i, i + 2_000))
        .execute();
    }
    const all = await list({ q: 'torneado', orden: 'fecha', limite: 3 });
    expect(all).toMatchObject({ total: 10_000, totalEsMinimo: true });
    expect(all.items.map((one) => one.fecha.slice(11, 16))).toEqual(['00:00', '00:01', '00:02']);
    const next = await list({
      q: 'torneado',
      orden: 'fecha',
      limite: 2,
      cursor: all.siguiente ?? '',
    });
    expect(next.items.map((one) => one.fecha.slice(11, 16))).toEqual(['00:03', '00:04']);
    const half = await list({ q: 'torneado fino', limite: 1 });
    expect(half.total).toBe(5_001);
    expect(half.totalEsMinimo).toBeUndefined();
    await db.deleteFrom('interaccion').where('clienteId', '=', clienteId).execute();
  });

  it('goes whole into a file, also past the pages that are counted', async () => {
    const { db } = app.services.deps;
    const clienteId = await buildCliente(app);
    const many = Array.from({ length: 230 }, (_, i) => ({
      clienteId,
      tipo: 'NOTA' as const,
      resumen: `Apunte ${i}`,
      fecha: '2026-01-01T12:00:00Z',
      seguimientoEn: today(1),
    }));
    await db.insertInto('interaccion').values(many).execute();
    for (const list of ['interacciones', 'seguimientos']) {
      const path = `/api/exportaciones/${list}?formato=CSV&cliente=${clienteId}`;
      const text = await (await (await app.as('ADMIN')).fetch(path)).text();
      expect(new Set(text.match(/Apunte \d+/g)).size).toBe(230);
    }
  });

  it('refuses a cursor of another order', async () => {
    await log();
    await log();
    const { siguiente } = await list({ limite: 1 });
    const query = { orden: 'fecha', cursor: siguiente ?? '' } as const;
    const reply = await (await app.as('VENTAS')).call(contract.listInteracciones, { query });
    expectRefusal(reply, 'CURSOR_INVALIDO', ['cursor']);
  });
});

describe('what is to follow', () => {
  async function agree(clienteId: number, days: number, campos: Partial<Body> = {}) {
    const made = await log({ clienteId, seguimiento: { fecha: today(0) }, ...campos });
    await app.services.deps.db
      .updateTable('interaccion')
      .set({ seguimientoEn: today(days) })
      .where('id', '=', made.id)
      .execute();
    return made.id;
  }

  it('comes the most overdue first, page by page, by when and by whose', async () => {
    const clienteId = await buildCliente(app);
    const soporte = await idDe(app, 'SOPORTE');
    const of = (responsableId: string | null) => ({
      seguimiento: { fecha: today(0), responsableId },
    });
    const later = await agree(clienteId, 9);
    const tomorrow = await agree(clienteId, 1, of(soporte));
    const now = await agree(clienteId, 0, of(null));
    const late = await agree(clienteId, -1);
    const latest = await agree(clienteId, -40);
    const same = await agree(clienteId, -1, of(null));
    await log({ clienteId });
    const read = async (query: Pendientes, rol?: Rol) =>
      ids(await pending({ cliente: clienteId, ...query }, rol));
    expect(await read({})).toEqual([latest, late, same, now, tomorrow, later]);
    expect(await read({ responsable: 'yo' })).toEqual([latest, late, later]);
    expect(await read({ responsable: 'yo' }, 'SOPORTE')).toEqual([tomorrow]);
    expect(await read({ responsable: soporte })).toEqual([tomorrow]);
    expect(await read({ responsable: 'nadie' })).toEqual([same, now]);
    expect(await read({ cuando: ['ATRASADO'] })).toEqual([latest, late, same]);
    expect(await read({ cuando: ['HOY'] })).toEqual([now]);
    expect(await read({ cuando: ['MANANA'] })).toEqual([tomorrow]);
    expect(await read({ cuando: ['DESPUES'] })).toEqual([later]);
    expect(await read({ cuando: ['DESPUES', 'HOY'] })).toEqual([now, later]);
    expect(await read({ cuando: ['ATRASADO', 'HOY', 'MANANA'] })).toEqual([
      latest,
      late,
      same,
      now,
      tomorrow,
    ]);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await pending({
        cliente: clienteId,
        limite: 2,
        ...(cursor ? { cursor } : {}),
      });
      expect(page.total).toBe(6);
      seen.push(...ids(page));
      cursor = page.siguiente ?? undefined;
    } while (cursor);
    expect(seen).toEqual([latest, late, same, now, tomorrow, later]);
    const [first] = (await pending({ cliente: clienteId })).items;
    expect(first?.seguimiento?.cuando).toBe('ATRASADO');
  });

  it('leaves the list when it is done, and comes back when it was not', async () => {
    const ventas = await app.as('VENTAS');
    const clienteId = await buildCliente(app);
    const { id } = await log({ clienteId, seguimiento: { fecha: today(1) } });
    const complete = (hecho: boolean) =>
      ventas.ok(contract.completeSeguimiento, { params: { id }, body: { hecho } });
    const done = await complete(true);
    expect(done).toMatchObject({
      version: 2,
      seguimiento: { hechoPor: 'Persona VENTAS', cuando: null },
    });
    expect(await complete(true)).toEqual(done);
    expect(ids(await pending({ cliente: clienteId }))).toEqual([]);
    const undone = await complete(false);
    expect(undone).toMatchObject({
      version: 3,
      seguimiento: { hechoEn: null, hechoPor: null, cuando: 'MANANA' },
    });
    expect(ids(await pending({ cliente: clienteId }))).toEqual([id]);
  });

  it('cannot be done where nothing was agreed', async () => {
    const { id } = await log();
    const ventas = await app.as('VENTAS');
    const body = { hecho: true };
    const reply = await ventas.call(contract.completeSeguimiento, { params: { id }, body });
    expectRefusal(reply, 'ESTADO_NO_PERMITE', []);
  });

  it('refuses a cursor that is no date', async () => {
    const cursor = Buffer.from('["seguimiento","2026-13-45",1]').toString('base64url');
    const query = { cursor };
    const reply = await (await app.as('VENTAS')).call(contract.listSeguimientos, { query });
    expectRefusal(reply, 'CURSOR_INVALIDO', ['cursor']);
  });

  it('is given to others, or moved, many at once', async () => {
    const ventas = await app.as('VENTAS');
    const soporte = await idDe(app, 'SOPORTE');
    const clienteId = await buildCliente(app);
    const seguimiento = { fecha: today(2) };
    const [one, two, done, none] = [
      await log({ clienteId, seguimiento }),
      await log({ clienteId, seguimiento: { ...seguimiento, responsableId: soporte } }),
      await log({ clienteId, seguimiento }),
      await log({ clienteId }),
    ];
    await ventas.ok(contract.completeSeguimiento, {
      params: { id: done.id },
      body: { hecho: true },
    });
    const interacciones = [one.id, two.id, done.id, none.id, one.id];
    const assign = (body: { responsableId?: string | null; fecha?: string }) =>
      ventas.call(contract.assignSeguimientos, { body: { interacciones, ...body } });
    expect((await assign({ responsableId: soporte })).body).toEqual({ cambiados: 1 });
    expect(ids(await pending({ cliente: clienteId, responsable: soporte }))).toEqual([
      one.id,
      two.id,
    ]);
    expect((await assign({ fecha: today(5) })).body).toEqual({ cambiados: 2 });
    expect((await assign({ responsableId: null, fecha: today(5) })).body).toEqual({ cambiados: 2 });
    const { items } = await pending({ cliente: clienteId });
    expect(items.map((i) => [i.seguimiento?.fecha, i.seguimiento?.responsable, i.version])).toEqual(
      [
        [today(5), null, 4],
        [today(5), null, 3],
      ],
    );
    expectRefusal(await assign({ fecha: today(-1) }), 'VALIDACION', ['fecha']);
    expectRefusal(await assign({}), 'VALIDACION', ['responsableId']);
    const nobody = '6f1c1f0e-0000-4000-8000-000000000000';
    expectRefusal(await assign({ responsableId: nobody }), 'VALIDACION', ['responsableId']);
    const audited = await app.services.deps.db
      .selectFrom('auditoria')
      .select(['accion', 'entidadId', 'despues'])
      .where('accion', '=', 'ASIGNAR_SEGUIMIENTOS')
      .execute();
    expect(audited).toEqual([
      {
        accion: 'ASIGNAR_SEGUIMIENTOS',
        entidadId: soporte,
        despues: { responsableId: soporte, interacciones: [one.id], cambiados: 1 },
      },
    ]);
  });
});

describe('the team', () => {
  it('is the active staff by name, for whoever may read clientes', async () => {
    for (const rol of ['ADMIN', 'VENTAS', 'MARKETING', 'SOPORTE'] as const) await app.as(rol);
    const marketing = await idDe(app, 'MARKETING');
    const { db } = app.services.deps;
    const set = (activo: boolean) =>
      db.updateTable('usuario').set({ activo }).where('id', '=', marketing).execute();
    await set(false);
    await app.asAlumno(await buildCliente(app));
    const { items } = await (await app.as('SOPORTE')).ok(contract.listResponsables, {});
    await set(true);
    expect(items.map((one) => one.nombre)).toEqual([
      'Persona ADMIN',
      'Persona SOPORTE',
      'Persona VENTAS',
    ]);
  });

  it('is given clientes, many at once, and they are listed by whose they are', async () => {
    const ventas = await app.as('VENTAS');
    const soporte = await idDe(app, 'SOPORTE');
    const clientes = [await buildCliente(app), await buildCliente(app)];
    const assign = (responsableId: string | null, list = clientes) =>
      ventas.call(contract.assignClientes, { body: { clientes: list, responsableId } });
    const [first = 0, second = 0] = clientes;
    expect((await assign(soporte, [first, first])).body).toEqual({ cambiados: 1 });
    expect((await assign(soporte)).body).toEqual({ cambiados: 1 });
    expect((await assign(soporte)).body).toEqual({ cambiados: 0 });
    expectRefusal(await assign(soporte, [first, 999_999_999]), 'VALIDACION', ['clientes']);
    const stranger = '6f1c1f0e-0000-4000-8000-000000000000';
    expectRefusal(await assign(stranger), 'VALIDACION', ['responsableId']);
    const body = { version: 2, responsableId: await idDe(app, 'VENTAS') };
    const changed = await ventas.ok(updateCliente, { params: { id: second }, body });
    expect(changed.responsable).toEqual({ id: body.responsableId, nombre: 'Persona VENTAS' });
    expect((await assign(null, [first])).body).toEqual({ cambiados: 1 });
    const audited = await app.services.deps.db
      .selectFrom('auditoria')
      .select(['accion', 'entidadId', 'despues'])
      .where('accion', 'in', ['ASIGNAR_CLIENTES', 'QUITAR_RESPONSABLE'])
      .orderBy('id')
      .execute();
    expect(audited).toEqual([
      {
        accion: 'ASIGNAR_CLIENTES',
        entidadId: soporte,
        despues: { clientes: [first], cambiados: 1 },
      },
      {
        accion: 'ASIGNAR_CLIENTES',
        entidadId: soporte,
        despues: { clientes: [second], cambiados: 1 },
      },
      {
        accion: 'QUITAR_RESPONSABLE',
        entidadId: 'varios',
        despues: { clientes: [first], cambiados: 1 },
      },
    ]);
  });

  it('names whose a cliente is in its ficha, and only of the team', async () => {
    const ventas = await app.as('VENTAS');
    const yo = await idDe(app, 'VENTAS');
    const { id } = await buildFicha(app, { responsableId: yo });
    expect((await buildFicha(app)).responsable).toBeNull();
    const update = (body: { responsableId?: string | null; notas?: string; version: number }) =>
      ventas.call(updateCliente, { params: { id }, body });
    const stranger = '6f1c1f0e-0000-4000-8000-000000000000';
    expectRefusal(await update({ responsableId: stranger, version: 1 }), 'VALIDACION', [
      'responsableId',
    ]);
    const alumno = await buildCliente(app);
    await app.asAlumno(alumno);
    const student = await app.services.deps.db
      .selectFrom('usuario')
      .select('id')
      .where('clienteId', '=', alumno)
      .executeTakeFirstOrThrow();
    const body = { tipo: 'B2C', nombres: 'Eva', email: 'eva@correo.cl', origen: 'WEB' } as const;
    const reply = await ventas.call(createCliente, {
      body: { ...body, responsableId: student.id },
    });
    expectRefusal(reply, 'VALIDACION', ['responsableId']);
    const noted = await update({ notas: 'Llamar', version: 1 });
    expect(noted.body.responsable).toEqual({ id: yo, nombre: 'Persona VENTAS' });
    expect((await update({ responsableId: null, version: 2 })).body.responsable).toBeNull();
    const audited = await app.services.deps.db
      .selectFrom('auditoria')
      .select('antes')
      .where('entidad', '=', 'CLIENTE')
      .where('entidadId', '=', String(id))
      .where('accion', '=', 'CAMBIAR')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(audited?.antes).toEqual({ responsableId: yo });
  });

  it('keeps a person of who left it, though others are given them no more', async () => {
    const ventas = await app.as('VENTAS');
    const marketing = await idDe(app, 'MARKETING');
    const { id } = await buildFicha(app, { responsableId: marketing });
    const { db } = app.services.deps;
    const set = (activo: boolean) =>
      db.updateTable('usuario').set({ activo }).where('id', '=', marketing).execute();
    await set(false);
    const body = { notas: 'Sigue', responsableId: marketing, version: 1 };
    const kept = await ventas.call(updateCliente, { params: { id }, body });
    const { body: other } = await ventas.call(createCliente, {
      body: { tipo: 'B2C', nombres: 'Eva', email: 'eva2@correo.cl', origen: 'WEB' },
    });
    const refused = await ventas.call(updateCliente, {
      params: { id: other.id },
      body: { responsableId: marketing, version: 1 },
    });
    await set(true);
    expect(kept.body.responsable).toEqual({ id: marketing, nombre: 'Persona MARKETING' });
    expectRefusal(refused, 'VALIDACION', ['responsableId']);
  });

  it('lists clientes as mine, of another, or of nobody', async () => {
    const [yo, soporte] = [await idDe(app, 'VENTAS'), await idDe(app, 'SOPORTE')];
    const named = (responsableId: string | null) =>
      buildFicha(app, { apellidos: 'Quilodrán', responsableId });
    const [mine, other, nobody] = [await named(yo), await named(soporte), await named(null)];
    const read = async (responsable: string, rol: Rol = 'VENTAS') => {
      const query = { q: 'quilodran', responsable };
      const page = await (await app.as(rol)).ok(listClientes, { query });
      expect(page.total).toBe(page.items.length);
      return ids(page);
    };
    expect(await read('yo')).toEqual([mine.id]);
    expect(await read('yo', 'SOPORTE')).toEqual([other.id]);
    expect(await read(soporte)).toEqual([other.id]);
    expect(await read('nadie')).toEqual([nobody.id]);
    const query = { q: 'quilodran' };
    const { items } = await (await app.as('VENTAS')).ok(listClientes, { query });
    expect(items.map((one) => one.responsable?.nombre ?? null)).toEqual([
      null,
      'Persona SOPORTE',
      'Persona VENTAS',
    ]);
  });
});
