import { sql } from 'kysely';
import type { CausaEstado, EstadoCliente } from '#contract/clientes.ts';
import type { Db, Trx } from '../core/db/connect.ts';

export function lockEstado(trx: Trx, clienteId: number) {
  return trx
    .selectFrom('cliente')
    .select(['id', 'estado', 'version'])
    .where('id', '=', clienteId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type Cambio = {
  causa: CausaEstado;
  motivo: string | null;
  usuarioId: string | null;
  now: string;
};

/** The first row of the history of Clientes just inserted, whose estado is LEAD. */
export async function writeCaptura(trx: Trx, ids: number[], cambio: Cambio): Promise<void> {
  const { causa, motivo, usuarioId, now: creadoEn } = cambio;
  await trx
    .insertInto('clienteEstado')
    .values(
      ids.map((clienteId) => ({
        clienteId,
        de: null,
        a: 'LEAD',
        causa,
        motivo,
        usuarioId,
        creadoEn,
      })),
    )
    .execute();
}

/**
 * The only writer of `cliente.estado`: moves each of the Clientes by the given transitions, with its
 * row of history, and returns the estado each had; `touch` is an instant that also counts as activity.
 * One statement: it locks first, so that the estado it starts from is the newest.
 */
export async function writeEstado(
  trx: Trx,
  ids: number[],
  transitions: Partial<Record<EstadoCliente, EstadoCliente>>,
  { touch, ...cambio }: Cambio & { touch: string | null },
): Promise<{ id: number; de: EstadoCliente; a: EstadoCliente }[]> {
  const { rows } = await sql<{ id: number; de: EstadoCliente; a: EstadoCliente }>`
    with antes as (
      select id, estado as de, coalesce(${JSON.stringify(transitions)}::jsonb ->> estado, estado) as a
      from cliente where id = any(${ids}::bigint[]) order by id for no key update
    ), despues as (
      update cliente set
        estado = antes.a,
        convertido_en = case when antes.a = 'CLIENTE' then coalesce(convertido_en, ${cambio.now}::timestamptz)
          else convertido_en end,
        version = version + (antes.de <> antes.a)::int,
        actualizado_en = case when antes.de <> antes.a then ${cambio.now}::timestamptz else actualizado_en end,
        ultima_actividad_en = greatest(ultima_actividad_en, ${touch}::timestamptz)
      from antes
      where cliente.id = antes.id and (${touch}::timestamptz is not null or antes.de <> antes.a)
    ), historial as (
      insert into cliente_estado (cliente_id, de, a, causa, motivo, usuario_id, creado_en)
      select id, de, a, ${cambio.causa}, ${cambio.motivo}, ${cambio.usuarioId}::uuid, ${cambio.now}::timestamptz
      from antes where de <> a
    )
    select id, de, a from antes`.execute(trx);
  return rows;
}

/** Whether the Cliente has a live line in an ABONADO or PAGADO Cobro, or money not given back. */
export async function hasConfirmedPurchase(trx: Trx, clienteId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('cobro')
    .select('id')
    .where('clienteId', '=', clienteId)
    .where((eb) => eb.or([eb('estado', 'in', ['ABONADO', 'PAGADO']), eb('pagado', '>', 0)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Some CLIENTEs, by id, with no activity since the instant; one never active counts from its capture. */
export async function selectSinActividad(
  trx: Trx,
  { since, afterId, limit }: { since: string; afterId: number; limit: number },
): Promise<number[]> {
  const rows = await trx
    .selectFrom('cliente')
    .select('id')
    .where('estado', '=', 'CLIENTE')
    .where('id', '>', afterId)
    .where((eb) => eb(eb.fn.coalesce('ultimaActividadEn', 'creadoEn'), '<', since))
    .orderBy('id')
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
}

export async function selectMesesInactividad(db: Db | Trx): Promise<number> {
  const row = await db.selectFrom('negocio').select('mesesInactividad').executeTakeFirstOrThrow();
  return row.mesesInactividad;
}

/** The estado of a Cliente into whom another was merged, with its row of history, whose id is the answer. */
export async function writeFusion(
  trx: Trx,
  {
    clienteId,
    de,
    a,
    ...cambio
  }: Cambio & { clienteId: number; de: EstadoCliente; a: EstadoCliente },
): Promise<number> {
  const { causa, motivo, usuarioId, now: creadoEn } = cambio;
  await trx.updateTable('cliente').set({ estado: a }).where('id', '=', clienteId).execute();
  const { id } = await trx
    .insertInto('clienteEstado')
    .values({ clienteId, de, a, causa, motivo, usuarioId, creadoEn })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Takes back what `writeFusion` wrote, while nothing came after it in the history of that Cliente; else they keep their
 * estado, and became CLIENTE when their own history says.
 */
export async function undoFusion(
  trx: Trx,
  {
    clienteId,
    historialId,
    estado,
  }: { clienteId: number; historialId: number; estado: EstadoCliente },
): Promise<void> {
  const { rows } = await sql`
    delete from cliente_estado where id = ${historialId}::bigint and cliente_id = ${clienteId}::bigint
      and not exists (select from cliente_estado
        where cliente_id = ${clienteId}::bigint and id > ${historialId}::bigint)
    returning id`.execute(trx);
  if (rows.length > 0) {
    await trx.updateTable('cliente').set({ estado }).where('id', '=', clienteId).execute();
    return;
  }
  await sql`
    update cliente set convertido_en = (
      select min(creado_en) from cliente_estado where cliente_id = ${clienteId}::bigint and a = 'CLIENTE'
    ) where id = ${clienteId}::bigint`.execute(trx);
}
