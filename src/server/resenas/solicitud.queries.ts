import type { Db, Trx } from '../core/db/connect.ts';

/** @returns the id of the request, or undefined when this person was asked already. */
export async function insertSolicitud(
  trx: Trx,
  { now, ...values }: { token: string; clienteId: number; tallerId: number; now: string },
): Promise<number | undefined> {
  const row = await trx
    .insertInto('solicitudResena')
    .values({ ...values, creadoEn: now })
    .onConflict((oc) => oc.columns(['clienteId', 'tallerId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export function selectSolicitud(db: Db | Trx, token: string) {
  return db
    .selectFrom('solicitudResena')
    .innerJoin('cliente', 'cliente.id', 'solicitudResena.clienteId')
    .select(['clienteId', 'tallerId', 'cliente.nombres'])
    .where('token', '=', token)
    .executeTakeFirst();
}
