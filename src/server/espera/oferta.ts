import { avisar } from '../avisos/avisar.ts';
import { withdrawAvisos } from '../avisos/withdrawAvisos.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { withdrawEmails } from '../emails/queueEmail.ts';
import { dropOferta, holdOferta } from '../talleres/cupos.ts';
import {
  endRows,
  markOfrecida,
  type Siguiente,
  type TallerEnEspera,
  tryLockOfertas,
} from './espera.queries.ts';
import { ofertaHasta, textoDeOferta } from './oferta.policy.ts';

const referencia = (id: number) => `espera:${id}`;

/**
 * Offers one who waits the seats they asked for, and tells them by mail or by a message for staff to send. The caller holds the
 * Taller's row and saw that the seats are free.
 * @returns false when the person has a live offer by now, or is being made one elsewhere.
 */
export async function makeOferta(
  trx: Trx,
  ctx: Ctx,
  deps: Deps,
  taller: TallerEnEspera,
  { id, codigo, clienteId, cantidad }: Siguiente,
): Promise<boolean> {
  if (!(await tryLockOfertas(trx, clienteId))) return false;
  const venceEn = ofertaHasta(taller, ctx.now);
  if (!(await markOfrecida(trx, id, { now: ctx.now, venceEn }))) return false;
  if (!(await holdOferta(trx, { tallerId: taller.id, cantidad }, ctx.now))) {
    throw new Error(`the seats offered to espera ${id} are not free`);
  }
  const { nombres } = await trx
    .selectFrom('cliente')
    .select('nombres')
    .where('id', '=', clienteId)
    .executeTakeFirstOrThrow();
  await avisar(trx, ctx, deps, {
    correo: { automatico: 'OFERTA_CUPO', referencia: { espera: id }, causa: String(id), venceEn },
    aviso: {
      tipo: 'OFERTA_CUPO',
      clienteId,
      referencia: referencia(id),
      ...textoDeOferta(taller, { nombres, cantidad, venceEn }, ctx.now),
      enlace: `/espera/${codigo}`,
      venceEn,
    },
  });
  return true;
}

/** Takes back what was to tell offers that need no answer any more. */
export async function withdrawOfertas(trx: Trx, ctx: Ctx, ids: number[]): Promise<void> {
  await withdrawEmails(trx, 'OFERTA_CUPO', ids.map(String));
  await withdrawAvisos(trx, ctx, 'OFERTA_CUPO', ids.map(referencia));
}

/** Ends rows of a Taller that the caller holds, and frees the seats of the offers among them. */
export async function endEsperas(
  trx: Trx,
  ctx: Ctx,
  tallerId: number,
  which: Parameters<typeof endRows>[2],
  estado: Parameters<typeof endRows>[3]['estado'],
): Promise<void> {
  const offers = await endRows(trx, tallerId, which, { estado, now: ctx.now });
  if (offers.length === 0) return;
  const cantidad = offers.reduce((sum, offer) => sum + offer.cantidad, 0);
  await dropOferta(trx, { tallerId, cantidad });
  const ids = offers.map(({ id }) => id);
  await withdrawOfertas(trx, ctx, ids);
}
