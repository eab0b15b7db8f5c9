import type { z } from 'zod';
import type { sendPruebaCampana as contract } from '#contract/campanas.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Ctx, Deps } from '../core/context.ts';
import { found, invalid } from '../core/errors.ts';
import { contenidoPorVer } from '../plantillas/contenidoPorVer.ts';
import { queuePrueba } from '../plantillas/prueba.ts';
import { selectCampana } from './campanas.queries.ts';
import { selectPersonas } from './conteo.queries.ts';
import { hoy } from './readAudiencia.ts';
import { tryResolve } from './resolver.ts';

/**
 * Sends what a campaign says now to an address of the team, with the data of that person, or of one whom it would
 * reach; of an invented one when there is nobody.
 * @throws {AppError} NO_ENCONTRADO, VALIDACION
 */
export async function pruebaCampana(
  deps: Deps,
  ctx: Ctx,
  id: number,
  { para, clienteId }: z.output<typeof contract.body>,
): Promise<Answer<typeof contract>> {
  const { db, config } = deps;
  const campana = found(await selectCampana(db, id), 'esa campaña');
  if (campana.asunto.trim() === '') throw invalid('asunto', 'Escribe el asunto antes de probar.');
  const first = { motivo: null, before: undefined, limit: 1 };
  const audiencia = clienteId ? undefined : await tryResolve(db, campana.audiencia);
  const [someone] = audiencia ? await selectPersonas(db, audiencia, hoy(deps), first) : [];
  const escrito = { ...campana, clienteId: clienteId ?? someone?.id ?? null };
  const entorno = { publicUrl: config.publicUrl, now: ctx.now };
  return queuePrueba(deps, ctx, { ...(await contenidoPorVer(db, escrito, entorno)), para });
}
