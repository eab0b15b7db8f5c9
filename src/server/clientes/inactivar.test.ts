import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { getCliente } from '#contract/clientes.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha } from '#tests/support/clientes.ts';
import { registerEvento } from './cambiarEstado.ts';
import { inactivate } from './inactivar.ts';

const app = testApp();
const NOW = '2026-11-20T12:00:00.000Z';
/** The first instant of 20 November 2025 in Santiago, twelve local months before. */
const LIMIT = '2025-11-20T03:00:00.000Z';
const justBefore = '2025-11-20T02:59:59.999Z';

const run = () => inactivate({ ...app.services.deps, now: () => new Date(NOW) });
const read = async (id: number) => (await app.as('VENTAS')).ok(getCliente, { params: { id } });

async function buildCliente(times: { creadoEn?: string; ultimaActividadEn?: string | null }) {
  const { db } = app.services.deps;
  const { id } = await buildFicha(app);
  await transaction(db, (trx) =>
    registerEvento(trx, jobCtx(new Date(), 'test'), id, 'COMPRA_CONFIRMADA'),
  );
  await db.updateTable('cliente').set(times).where('id', '=', id).execute();
  return id;
}

describe('the nightly job', () => {
  it('makes INACTIVO those without activity for the months set, and only CLIENTEs', async () => {
    const old = await buildCliente({ ultimaActividadEn: justBefore });
    const recent = await buildCliente({ ultimaActividadEn: LIMIT });
    const never = await buildCliente({ ultimaActividadEn: null, creadoEn: justBefore });
    const young = await buildCliente({ ultimaActividadEn: null, creadoEn: LIMIT });
    const { id: lead } = await buildFicha(app);
    await app.services.deps.db
      .updateTable('cliente')
      .set({ creadoEn: justBefore })
      .where('id', '=', lead)
      .execute();
    await run();
    const estados = await Promise.all([old, recent, never, young, lead].map(read));
    expect(estados.map((c) => c.estado)).toEqual([
      'INACTIVO',
      'CLIENTE',
      'INACTIVO',
      'CLIENTE',
      'LEAD',
    ]);
    expect((await read(old)).historial[0]).toMatchObject({
      de: 'CLIENTE',
      a: 'INACTIVO',
      causa: 'SIN_ACTIVIDAD',
      usuario: null,
      creadoEn: NOW,
    });
    await run();
    expect((await read(old)).historial).toHaveLength(3);
    await app.services.deps.db.updateTable('negocio').set({ mesesInactividad: 1 }).execute();
    await run();
    expect((await read(recent)).estado).toBe('INACTIVO');
    await app.services.deps.db.updateTable('negocio').set({ mesesInactividad: 12 }).execute();
  });

  it('takes more than one batch, each with its row of history', async () => {
    const { db } = app.services.deps;
    await sql`
      with nuevos as (
        insert into cliente (tipo, nombres, email, origen, estado, creado_en)
        select 'B2C', 'Lote', 'lote' || i || '@correo.cl', 'WEB', 'CLIENTE', '2020-01-01'
        from generate_series(1, 1201) i returning id
      ) insert into cliente_estado (cliente_id, a, causa) select id, 'CLIENTE', 'CAPTURA' from nuevos`.execute(
      db,
    );
    await run();
    const { rows } = await sql<{ estado: string; a: string; n: number }>`
      select c.estado, h.a, count(*) as n from cliente c
      join lateral (select a from cliente_estado where cliente_id = c.id order by id desc limit 1) h
        on true
      where c.nombres = 'Lote' group by 1, 2`.execute(db);
    expect(rows).toEqual([{ estado: 'INACTIVO', a: 'INACTIVO', n: 1201 }]);
  });
});
