import type { Db, Trx } from '../core/db/connect.ts';
import type { Suscripcion } from './newsletter.queries.ts';

type Row = Suscripcion & { id: number; confirmadaEn: string | null; creadoEn: string };

const one = (db: Db | Trx, id: number) =>
  db
    .selectFrom('suscripcion')
    .select(['id', 'email', 'datos', 'texto', 'textoVersion', 'evidencia'])
    .select(['confirmadaEn', 'creadoEn'])
    .where('id', '=', id)
    .$narrowType<Pick<Row, 'datos' | 'evidencia'>>();

export function selectSuscripcion(db: Db, id: number): Promise<Row | undefined> {
  return one(db, id).executeTakeFirst();
}

/** Held until the end of the transaction. */
export function lockSuscripcion(trx: Trx, id: number): Promise<Row | undefined> {
  return one(trx, id).forUpdate().executeTakeFirst();
}

export async function confirmPendiente(trx: Trx, id: number, now: string): Promise<void> {
  await trx.updateTable('suscripcion').set({ confirmadaEn: now }).where('id', '=', id).execute();
}
