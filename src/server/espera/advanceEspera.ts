import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { cuales, lockTaller, selectSiguiente, type TallerEnEspera } from './espera.queries.ts';
import { endEsperas, makeOferta } from './oferta.ts';

/**
 * Offers the free seats in the order of the list. A group for which they are too few keeps its place, and those
 * behind it who fit are offered theirs meanwhile.
 */
async function offerInTurn(
  trx: Trx,
  ctx: Ctx,
  deps: Deps,
  taller: TallerEnEspera,
): Promise<number> {
  let { libres } = taller;
  let afterId = 0;
  let made = 0;
  while (libres > 0) {
    const next = await selectSiguiente(trx, { tallerId: taller.id, libres, afterId });
    if (!next) break;
    afterId = next.id;
    if (!(await makeOferta(trx, ctx, deps, taller, next))) continue;
    libres -= next.cantidad;
    made += 1;
  }
  return made;
}

/**
 * Does what is due in the waitlist of a Taller: offers that ran out end and their seats pass on, those who found
 * a seat otherwise leave it, and the free seats are offered in turn. The list of a Taller that began or was
 * annulled closes; that of a draft rests. Repeating it changes nothing.
 *
 * No deadlock comes of it: it locks the Taller, as the last of Cobro, Cliente and Taller, and from then on waits
 * for nobody. Rows of `espera` only change under their Taller's lock, and the one thing that spans Talleres, the
 * single live offer of a person, is taken by a lock that is tried and not awaited.
 * @returns how many offers were made.
 */
export async function advanceEspera(
  trx: Trx,
  ctx: Ctx,
  deps: Deps,
  tallerId: number,
): Promise<number> {
  const taller = await lockTaller(trx, tallerId);
  if (!taller) return 0;
  if (taller.estado === 'ANULADO' || taller.iniciaEn <= ctx.now) {
    await closeEspera(trx, ctx, tallerId);
    return 0;
  }
  await endEsperas(trx, ctx, tallerId, cuales.conCupo(ctx.now), 'RETIRADA');
  await endEsperas(trx, ctx, tallerId, cuales.vencidas(ctx.now), 'VENCIDA');
  const after = await lockTaller(trx, tallerId);
  return after?.estado === 'PUBLICADO' ? offerInTurn(trx, ctx, deps, after) : 0;
}

/** Ends the whole waitlist of a Taller whose row the caller holds: offers too, and their seats are free. */
export async function closeEspera(trx: Trx, ctx: Ctx, tallerId: number): Promise<void> {
  await endEsperas(trx, ctx, tallerId, cuales.todas, 'CERRADA');
}
