import type { Audiencia } from '#contract/campanas.ts';
import type { Condicion } from '#contract/condicion.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found, invalid } from '../core/errors.ts';
import { interesesDe } from '../segmentos/arbol.policy.ts';
import { holdSegmento, selectCondicion } from '../segmentos/segmentos.queries.ts';
import type { Resuelta } from './audiencia.queries.ts';
import { toCondicion } from './filtro.policy.ts';

const goneSegmento = () =>
  invalid('audiencia.segmentoId', 'Ese segmento ya no existe. Elige otro.');

function byCondicion(condicion: Condicion): Resuelta {
  return { modo: 'CONDICION', condicion, intereses: interesesDe(condicion) };
}

/**
 * An audience as it can be looked up, or undefined when its segment is no longer there. `frozen` is the condition of
 * the segment when the campaign began.
 */
export async function tryResolve(
  db: Db | Trx,
  audiencia: Audiencia,
  frozen?: Condicion | null,
): Promise<Resuelta | undefined> {
  if (audiencia.modo === 'FILTRO') return byCondicion(toCondicion(audiencia.filtro));
  if (audiencia.modo !== 'SEGMENTO') return audiencia;
  const condicion = frozen ?? (await selectCondicion(db, audiencia.segmentoId));
  return condicion && byCondicion(condicion);
}

/** @throws {AppError} VALIDACION when its segment is no longer there. */
export async function resolveAudiencia(db: Db | Trx, audiencia: Audiencia): Promise<Resuelta> {
  const resuelta = await tryResolve(db, audiencia);
  if (resuelta) return resuelta;
  throw goneSegmento();
}

/** The audience of a campaign that is being prepared. @throws {AppError} NO_ENCONTRADO */
export async function resolveFrozen(
  trx: Trx,
  { audiencia, condicion }: { audiencia: Audiencia; condicion: Condicion | null },
): Promise<Resuelta> {
  return found(await tryResolve(trx, audiencia, condicion), 'el segmento de esa campaña');
}

/**
 * What a segment says now, for a campaign that begins; the segment stays until the transaction ends.
 * @throws {AppError} VALIDACION when it is no longer there.
 */
export async function holdCondicion(trx: Trx, segmentoId: number): Promise<Condicion> {
  await holdSegmento(trx, segmentoId);
  const condicion = await selectCondicion(trx, segmentoId);
  if (!condicion) throw goneSegmento();
  return condicion;
}
