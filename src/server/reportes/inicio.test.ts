import { describe, expect, it } from 'vitest';
import { anularCobro, createPago } from '#contract/cobros.ts';
import { completeSeguimiento } from '#contract/interacciones.ts';
import type { Rol } from '#contract/permisos.ts';
import { seeAlertaProducto, setEntrega, setEstadoProducto } from '#contract/productos.ts';
import { getInicio } from '#contract/reportes.ts';
import { prepareAviso } from '#server/avisos/prepareAviso.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildTaller, buildVenta, inDays } from '#tests/support/builders.ts';
import { idDe, today } from '#tests/support/interacciones.ts';
import { buildProducto, buildVentaDeKits } from '#tests/support/productos.ts';

const app = testApp();
const inicio = async (rol: Rol = 'VENTAS') => (await app.as(rol)).ok(getInicio, {});
const ids = (items: { id: number }[]) => items.map((item) => item.id);

describe('talleresSemana', () => {
  it('are the published ones from the start of today to seven days ahead, in order', async () => {
    const { db } = app.services.deps;
    // 10 May 2024, 21:30 in Santiago: already the 11th in UTC.
    app.setNow(new Date('2024-05-11T01:30:00Z'));
    const at = async (iniciaEn: string, publicar = true) => {
      const { id } = await buildTaller(app, { publicar });
      await db
        .updateTable('taller')
        .set({ iniciaEn, terminaEn: '2024-06-30T00:00:00Z' })
        .where('id', '=', id)
        .execute();
      return id;
    };
    await at('2024-05-10T03:59:59Z');
    const last = await at('2024-05-18T03:59:59Z');
    await at('2024-05-18T04:00:00Z');
    await at('2024-05-12T15:00:00Z', false);
    const first = await at('2024-05-10T04:00:00Z');
    const middle = await at('2024-05-12T15:00:00Z');
    const { talleresSemana } = await inicio();
    app.setNow(new Date());
    expect(ids(talleresSemana)).toEqual([first, middle, last]);
  });
});

describe('pagosEsperados', () => {
  it('begin with the holds that end soonest, then the oldest, and add up what is owed', async () => {
    const { id } = await buildTaller(app, { cupos: 50, precio: 10_000 });
    const before = (await inicio()).pagosEsperados;
    expect(before).toEqual({ items: [], cantidad: 0, saldo: 0 });
    const old = await buildVenta(app, id);
    const part = await buildVenta(app, id, { venceEn: inDays(1), pago: 4_000 });
    const later = await buildVenta(app, id, { venceEn: inDays(3) });
    const soon = await buildVenta(app, id, { venceEn: inDays(2) });
    await buildVenta(app, id, { pago: 10_000 });
    const { pagosEsperados } = await inicio();
    expect(ids(pagosEsperados.items)).toEqual([soon.id, later.id, old.id, part.id]);
    expect(pagosEsperados).toMatchObject({ cantidad: 4, saldo: 36_000 });
    expect(pagosEsperados.items[3]).toMatchObject({ saldo: 6_000, estado: 'ABONADO' });

    for (let i = 0; i < 6; i += 1) await buildVenta(app, id);
    const many = (await inicio()).pagosEsperados;
    expect(many.items).toHaveLength(8);
    expect(many).toMatchObject({ cantidad: 10, saldo: 96_000 });
  });
});

describe('nuevosLeads', () => {
  it('are leads of the last days, newest first, and how many', async () => {
    const { db } = app.services.deps;
    const before = (await inicio('SOPORTE')).nuevosLeads.cantidad;
    const made: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      const id = await buildCliente(app);
      const creadoEn = new Date(Date.now() - (i + 1) * 60_000).toISOString();
      await db.updateTable('cliente').set({ creadoEn }).where('id', '=', id).execute();
      made.push(id);
    }
    const set = (id: number, values: { creadoEn?: string; estado?: 'PROSPECTO' }) =>
      db.updateTable('cliente').set(values).where('id', '=', id).execute();
    await set(made[9] ?? 0, { creadoEn: inDays(-9) });
    await set(made[8] ?? 0, { creadoEn: inDays(-6) });
    await set(made[0] ?? 0, { estado: 'PROSPECTO' });
    const { nuevosLeads } = await inicio('SOPORTE');
    expect(nuevosLeads.cantidad).toBe(before + 8);
    expect(nuevosLeads.items).toHaveLength(8);
    expect(ids(nuevosLeads.items).slice(0, 7)).toEqual(made.slice(1, 8));
  });
});

describe('seguimientos', () => {
  it('are those of whoever looks or of nobody, due by today, the most overdue first', async () => {
    const { db } = app.services.deps;
    const [yo, otro] = [await idDe(app, 'VENTAS'), await idDe(app, 'SOPORTE')];
    const clienteId = await buildCliente(app);
    const agree = async (days: number, responsable: string | null, done = false) => {
      const { id } = await db
        .insertInto('interaccion')
        .values({
          clienteId,
          tipo: 'LLAMADA',
          resumen: 'Quedamos en hablar',
          fecha: inDays(-60),
          seguimientoEn: today(days),
          seguimientoResponsableId: responsable,
          seguimientoHechoEn: done ? inDays(-1) : null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    };
    const now = await agree(0, yo);
    const late = await agree(-3, null);
    const latest = await agree(-20, yo);
    const others = await agree(-5, otro);
    await agree(-4, yo, true);
    await agree(1, yo);
    await agree(1, null);
    await agree(1, otro);
    await agree(2, yo);
    const mine = (await inicio('VENTAS')).seguimientos;
    expect(ids(mine.items)).toEqual([latest, late, now]);
    expect(mine).toMatchObject({ cantidad: 3, manana: 2 });
    const theirs = (await inicio('SOPORTE')).seguimientos;
    expect(ids(theirs.items)).toEqual([others, late]);
    expect(theirs).toMatchObject({ cantidad: 2, manana: 2 });

    const ventas = await app.as('VENTAS');
    await ventas.ok(completeSeguimiento, { params: { id: late }, body: { hecho: true } });
    expect((await inicio('VENTAS')).seguimientos.cantidad).toBe(2);
    expect((await inicio('SOPORTE')).seguimientos.cantidad).toBe(1);
    await db.deleteFrom('interaccion').execute();
  });
});

describe('what asks for a decision', () => {
  it('is money to give back and payments without a seat', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app, { cupos: 1 });
    const before = (await inicio()).porReembolsar;
    const held = await buildVenta(app, id, { venceEn: inDays(1) });
    app.setNow(new Date(inDays(2)));
    await buildVenta(app, id);
    const body = { monto: 40_000, medio: 'TRANSFERENCIA' } as const;
    await ventas.ok(createPago, { params: { id: held.id }, body });
    const alerted = await inicio();
    expect(ids(alerted.alertas)).toEqual([held.id]);
    expect(alerted.porReembolsar).toEqual({
      cantidad: before.cantidad + 1,
      monto: before.monto + 40_000,
    });
    const other = await buildTaller(app);
    const excess = await buildVenta(app, other.id, { pago: 40_000, cantidad: 1 });
    await ventas.ok(createPago, { params: { id: excess.id }, body: { ...body, monto: 5_000 } });
    const annulled = await buildVenta(app, other.id, { pago: 7_000 });
    const params = { id: annulled.id };
    await ventas.ok(anularCobro, { params, body: { motivo: 'Ya no puede' } });
    const { porReembolsar } = await inicio();
    app.setNow(new Date());
    expect(porReembolsar).toEqual({
      cantidad: before.cantidad + 3,
      monto: before.monto + 40_000 + 5_000 + 7_000,
    });
  });
});

describe('kits', () => {
  it('to deliver come oldest first, and stock that fell until someone says to have seen it', async () => {
    const ventas = await app.as('VENTAS');
    const producto = await buildProducto(app, { stock: 5, stockMinimo: 3 });
    const archived = await buildProducto(app, { stock: 0 });
    const body = { estado: 'ARCHIVADO', version: 1 } as const;
    await ventas.ok(setEstadoProducto, { params: { id: archived.id }, body });
    expect((await inicio()).stockBajo).toEqual({ items: [], cantidad: 0 });
    const sold = await buildVentaDeKits(app, producto.id, { cantidad: 2 });
    await buildVentaDeKits(app, producto.id);
    const now = await inicio();
    expect(now.stockBajo).toMatchObject({
      cantidad: 1,
      items: [{ id: producto.id, stockActual: 2 }],
    });
    expect(now.kitsPorEntregar.cantidad).toBe(2);
    const [first] = now.kitsPorEntregar.items;
    expect(first).toMatchObject({ cobroId: sold.id, cantidad: 2, puede: { entregar: true } });
    await ventas.ok(seeAlertaProducto, { params: { id: producto.id } });
    const params = { id: first?.id ?? 0 };
    await ventas.ok(setEntrega, { params, body: { entrega: 'ENTREGADO' } });
    const after = await inicio();
    expect(after.stockBajo.cantidad).toBe(0);
    expect(after.kitsPorEntregar.cantidad).toBe(1);
    const marketing = await inicio('MARKETING');
    expect(marketing.kitsPorEntregar.cantidad).toBe(0);
  });
});

describe('messages and reviews', () => {
  it('are shown to those who may send and moderate', async () => {
    const { db, now } = app.services.deps;
    const clienteId = await buildCliente(app);
    const taller = await buildTaller(app);
    await transaction(db, (trx) =>
      prepareAviso(trx, jobCtx(now(), 'test'), {
        tipo: 'OFERTA_CUPO',
        clienteId,
        referencia: 'espera:1',
        asunto: 'Se liberó un cupo',
        texto: 'Hola, se liberó un cupo.',
        enlace: '/espera/ABCD',
        venceEn: inDays(1),
      }),
    );
    const values = { clienteId, tallerId: taller.id, estrellas: 5 };
    await db.insertInto('resena').values(values).execute();
    const seen = async (rol: Rol) => {
      const { mensajesPorEnviar, resenasPorModerar } = await inicio(rol);
      return [mensajesPorEnviar.cantidad, resenasPorModerar];
    };
    expect(await seen('SOPORTE')).toEqual([1, 1]);
    expect(await seen('VENTAS')).toEqual([1, 0]);
    expect(await seen('MARKETING')).toEqual([0, 1]);
    app.setNow(new Date(inDays(1.01)));
    expect(await seen('SOPORTE'), 'the offer expired, and nothing was written').toEqual([0, 1]);
    app.setNow(new Date());
    await db.deleteFrom('resena').execute();
    await db.deleteFrom('aviso').execute();
  });
});

describe('correosFallidos', () => {
  it('are those of the last days outside of campaigns, until they are sent again', async () => {
    const { db } = app.services.deps;
    const clienteId = await buildCliente(app);
    const campana = await db
      .insertInto('campana')
      .values({ nombre: 'Primavera', tipo: 'OFERTA', audiencia: '{"modo":"FILTRO","filtro":{}}' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const build = async (values: object) => {
      const row = {
        tipo: 'TRANSACCIONAL',
        estado: 'FALLIDO',
        comercial: false,
        clienteId,
      } as const;
      const { id } = await db
        .insertInto('emailLog')
        .values({ ...row, email: 'a@prueba.cl', asunto: 'Recibimos tu pago', ...values })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    };
    const failed = await build({});
    const uncertain = await build({ estado: 'INCIERTO' });
    await build({ creadoEn: inDays(-9) });
    await build({ estado: 'CANCELADO' });
    await build({ referencia: '{"prueba":true}' });
    await build({ tipo: 'OFERTA', comercial: true, campanaId: campana.id });
    for (const rol of ['VENTAS', 'SOPORTE'] as const) {
      const { correosFallidos } = await inicio(rol);
      expect(ids(correosFallidos.items)).toEqual([uncertain, failed]);
      expect(correosFallidos.cantidad).toBe(2);
    }
    await build({ estado: 'EN_COLA', reenvioDe: failed });
    expect(ids((await inicio()).correosFallidos.items)).toEqual([uncertain]);
    await db.deleteFrom('emailLog').execute();
  });
});

describe('a role', () => {
  it('without sales sees neither cobros nor amounts', async () => {
    const { id } = await buildTaller(app, { dias: 2 });
    await buildVenta(app, id, { pago: 1_000 });
    await buildCliente(app);
    const admin = await inicio('ADMIN');
    expect(admin.pagosEsperados.cantidad).toBeGreaterThan(0);
    for (const rol of ['MARKETING', 'SOPORTE'] as const) {
      expect(await inicio(rol)).toEqual({
        talleresSemana: admin.talleresSemana,
        nuevosLeads: admin.nuevosLeads,
        seguimientos: { items: [], cantidad: 0, manana: 0 },
        pagosEsperados: { items: [], cantidad: 0, saldo: 0 },
        alertas: [],
        porReembolsar: { cantidad: 0, monto: 0 },
        stockBajo: { items: [], cantidad: 0 },
        kitsPorEntregar: { items: [], cantidad: 0 },
        mensajesPorEnviar: { items: [], cantidad: 0 },
        resenasPorModerar: 0,
        correosFallidos: { items: [], cantidad: 0 },
      });
    }
    expect(admin.talleresSemana.map((t) => t.id)).toContain(id);
  });
});
