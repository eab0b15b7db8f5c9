import { sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import type { Fila } from './datos.policy.ts';

/** Holds the Cobros of some Clientes in order: whoever pays holds the Cobro before the Cliente. */
export async function lockCobrosDe(trx: Trx, clientes: number[]): Promise<void> {
  await sql`select from cobro where cliente_id = any(${clientes}::bigint[]) order by id for no key update`.execute(
    trx,
  );
}

/** The Clientes as the database has them, by id, held so that nothing new can hang from them. */
export async function lockClientes(trx: Trx, ids: number[]): Promise<Fila[]> {
  const { rows } = await sql<{ fila: Fila }>`
    select to_jsonb(c) - 'busqueda' as fila from cliente c where id = any(${ids}::bigint[])
    order by id for update`.execute(trx);
  return rows.map((row) => row.fila);
}

export async function deleteCliente(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('cliente').where('id', '=', id).execute();
}
