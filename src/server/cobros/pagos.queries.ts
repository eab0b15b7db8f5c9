import type { Medio } from '#contract/cobros.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';

export type NuevoPago = {
  cobroId: number;
  tipo: 'PAGO' | 'REEMBOLSO' | 'REVERSO';
  monto: number;
  medio: Medio;
  referencia: string | null;
  nota: string | null;
  fecha: string;
  reversaDe?: number;
};

export async function insertPago(trx: Trx, ctx: Ctx, pago: NuevoPago): Promise<number> {
  const { id } = await trx
    .insertInto('pago')
    .values({ ...pago, registradoPor: ctx.usuarioId, creadoEn: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes a bank reference for a payment; when another payment has it, tells which Cobro's. */
export async function claimReferencia(
  trx: Trx,
  medio: Medio,
  referencia: string,
  pagoId: number,
): Promise<{ codigo: string; monto: number } | undefined> {
  const claimed = await trx
    .insertInto('pagoReferencia')
    .values({ medio, referencia, pagoId })
    .onConflict((oc) => oc.columns(['medio', 'referencia']).doNothing())
    .returning('pagoId')
    .executeTakeFirst();
  if (claimed) return undefined;
  return trx
    .selectFrom('pagoReferencia')
    .innerJoin('pago', 'pago.id', 'pagoReferencia.pagoId')
    .innerJoin('cobro', 'cobro.id', 'pago.cobroId')
    .select(['cobro.codigo', 'pago.monto'])
    .where('pagoReferencia.medio', '=', medio)
    .where('pagoReferencia.referencia', '=', referencia)
    .executeTakeFirstOrThrow();
}

export async function releaseReferencia(trx: Trx, pagoId: number): Promise<void> {
  await trx.deleteFrom('pagoReferencia').where('pagoId', '=', pagoId).execute();
}

/** A payment of this Cobro with what reversed it, if anything did. */
export function selectPago(trx: Trx, cobroId: number, pagoId: number) {
  return trx
    .selectFrom('pago')
    .leftJoin('pago as reverso', 'reverso.reversaDe', 'pago.id')
    .select(['pago.id', 'pago.tipo', 'pago.monto', 'pago.medio', 'reverso.id as reversoId'])
    .where('pago.cobroId', '=', cobroId)
    .where('pago.id', '=', pagoId)
    .executeTakeFirst();
}
