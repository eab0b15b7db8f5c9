import { type Deps, jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { changeEstado } from './cambiarEstado.ts';
import { lockCampana } from './campanas.queries.ts';

/**
 * Pauses a campaign, or all that are being sent, for a fault of the sender's that the mail server named. Nobody of
 * the audience is to blame; staff mends it and resumes.
 * @returns how many were paused by this call.
 */
export async function pauseBySystem(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  campanaId: number | null,
  motivo: string,
): Promise<number> {
  const ctx = jobCtx(now(), 'campanas-pausar');
  const sending = await db
    .selectFrom('campana')
    .select('id')
    .where('estado', '=', 'ENVIANDO')
    .$if(campanaId !== null, (qb) => qb.where('id', '=', campanaId))
    .orderBy('id')
    .execute();
  let paused = 0;
  for (const { id } of sending) {
    const done = await transaction(db, async (trx) => {
      const campana = await lockCampana(trx, id);
      if (campana?.estado !== 'ENVIANDO') return false;
      await changeEstado(trx, ctx, campana, 'PAUSAR', {
        pausaMotivo: `El servidor de correo rechazó al remitente: ${motivo}`,
      });
      return true;
    });
    if (done) paused += 1;
  }
  return paused;
}
