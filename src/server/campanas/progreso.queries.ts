import type { EstadoEmail } from '#contract/emails.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** How many messages of each campaign are in each state, counted in an index. */
export function selectEstados(
  db: Db | Trx,
  campanas: number[],
): Promise<{ campanaId: number; estado: EstadoEmail; n: number }[]> {
  return db
    .selectFrom('emailLog')
    .select(['campanaId', 'estado'])
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('campanaId', 'in', campanas)
    .groupBy(['campanaId', 'estado'])
    .$narrowType<{ campanaId: number }>()
    .execute();
}
