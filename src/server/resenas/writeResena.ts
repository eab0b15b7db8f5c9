import type { MiResena } from '#contract/resenas.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError } from '../core/errors.ts';
import { type De, type Escrito, upsertResena } from './escritura.queries.ts';
import { readMiResena } from './misResenas.ts';

/**
 * Writes or changes a person's review of what they took part in; it waits for moderation.
 * @throws {AppError} NO_ENCONTRADO when it is not theirs, ESTADO_NO_PERMITE when it may not be reviewed now.
 */
export async function writeResena(
  trx: Trx,
  ctx: Ctx,
  clienteId: number,
  de: De,
  escrito: Escrito,
): Promise<MiResena> {
  const { motivo } = await readMiResena(trx, clienteId, de, ctx.now);
  if (motivo) throw new AppError('ESTADO_NO_PERMITE', motivo);
  await upsertResena(trx, clienteId, de, escrito, ctx.now);
  const { motivo: _none, ...mine } = await readMiResena(trx, clienteId, de, ctx.now);
  return mine;
}
