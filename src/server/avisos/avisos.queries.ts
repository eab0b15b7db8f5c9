import type { Insertable } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import type { AvisoTable } from '../core/db/types.gen.ts';

type Values = Pick<
  Insertable<AvisoTable>,
  'tipo' | 'clienteId' | 'referencia' | 'enlace' | 'asunto' | 'texto' | 'venceEn'
>;

/** Inserts an aviso, or refreshes the one of the same tipo and referencia as if it were new. */
export async function upsertAviso(trx: Trx, values: Values, now: string): Promise<number> {
  const fresh = { ...values, creadoEn: now, enviadoEn: null, enviadoPor: null, descartadoEn: null };
  const { id } = await trx
    .insertInto('aviso')
    .values(fresh)
    .onConflict((oc) => oc.columns(['tipo', 'referencia']).doUpdateSet(fresh))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
