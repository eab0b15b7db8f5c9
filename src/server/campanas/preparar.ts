import type { Deps } from '../core/context.ts';
import { jobCtx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { enqueue } from '../core/jobs.ts';
import { localDate } from '../core/time.ts';
import { changeEstado } from './cambiarEstado.ts';
import type { CampanaRow } from './campanas.queries.ts';
import {
  countFilas,
  lockPreparando,
  noteGrupo,
  queueGrupo,
  selectEnd,
} from './preparar.queries.ts';
import { countExcluidos } from './readAudiencia.ts';
import { resolveFrozen } from './resolver.ts';

export const JOB_PREPARAR = 'campanas-preparar';

/** People looked at in one transaction: short enough that nobody waits for it. */
export const GRUPO = 5_000;
/** A job ends after this, and the next goes on: other jobs get their turn, and a stop of the process waits no longer. */
const TURNO_MS = 2_000;

/** Puts the next turn of the preparation in the queue. */
export function enqueuePreparar(trx: Trx, campanaId: number): Promise<void> {
  const jobKey = `${JOB_PREPARAR}:${campanaId}`;
  return enqueue(trx, JOB_PREPARAR, { campanaId }, { jobKey });
}

/**
 * Prepares one more group of people, in one transaction with how far it went, so that it may be killed at any moment
 * and goes on from there. After the last group the campaign is sent, if each candidate became a message or was left
 * out for a reason; else it pauses and says so.
 * @returns whether there is more to do.
 */
export function prepareGrupo(
  { db, config, now }: Pick<Deps, 'db' | 'config' | 'now'>,
  campanaId: number,
  size = GRUPO,
): Promise<boolean> {
  const ctx = jobCtx(now(), JOB_PREPARAR);
  return transaction(db, async (trx) => {
    const campana = await lockPreparando(trx, campanaId);
    if (!campana) return false;
    const after = campana.preparadoHasta ?? 0;
    const tope = campana.prepararTope ?? 0;
    if (after >= tope) {
      await finish(trx, ctx, campana);
      return false;
    }
    const audiencia = await resolveFrozen(trx, campana);
    // Audiences other than by condition are of few people, found by themselves.
    const end = audiencia.modo === 'CONDICION' ? await selectEnd(trx, { after, tope, size }) : tope;
    const zone = config.TZ_NEGOCIO;
    // The days that a condition counts back from are those of its beginning, also when it ends after midnight.
    const entorno = { zone, today: localDate(campana.iniciadaEn ?? ctx.now, zone) };
    const grupo = await queueGrupo(trx, campana, audiencia, { after, end, entorno, now: ctx.now });
    await noteGrupo(trx, campana, end, grupo);
    return true;
  });
}

async function finish(
  trx: Trx,
  ctx: ReturnType<typeof jobCtx>,
  campana: CampanaRow,
): Promise<void> {
  const { id, candidatos, exclusiones } = campana;
  const excluidos = countExcluidos(exclusiones);
  const filas = await countFilas(trx, id);
  if (filas === candidatos - excluidos) {
    await changeEstado(trx, ctx, campana, 'ENVIAR', { preparadaEn: ctx.now });
    return;
  }
  const cifra = (n: number) => n.toLocaleString('es-CL', { useGrouping: 'always' });
  await changeEstado(trx, ctx, campana, 'PAUSAR', {
    pausaMotivo:
      `La preparación no cuadra: de ${cifra(candidatos)} personas, ${cifra(excluidos)} quedan fuera, ` +
      `y hay ${cifra(filas)} correos en vez de ${cifra(candidatos - excluidos)}. No se envió ninguno. ` +
      'Cancélala y haz una copia.',
  });
}

/** Prepares for one turn, and asks for another while there is more to do. */
export async function prepareTurno(deps: Deps, campanaId: number): Promise<void> {
  const until = performance.now() + TURNO_MS;
  while (await prepareGrupo(deps, campanaId)) {
    if (performance.now() < until) continue;
    await transaction(deps.db, (trx) => enqueuePreparar(trx, campanaId));
    return;
  }
}
