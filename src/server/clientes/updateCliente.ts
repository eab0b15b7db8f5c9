import type { z } from 'zod';
import type { updateCliente as endpoint } from '#contract/clientes.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { localDate } from '../core/time.ts';
import { asFichaError, assertFicha } from './checkFicha.ts';
import { type Ficha, lockFicha, replaceIntereses, updateFicha } from './escritura.queries.ts';
import { enqueueRevision } from './revisarDuplicados.ts';

/** Changes the given fields of a Cliente; the zone tells what day it is.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION, EMAIL_DUPLICADO, RUT_DUPLICADO
 */
export async function updateCliente(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version: seen, ...changes }: z.output<typeof endpoint.body>,
  zone: string,
): Promise<void> {
  const { version, ...antes } = found(await lockFicha(trx, id), 'ese cliente');
  if (version !== seen) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este cliente. Recarga y revisa.');
  }
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<Ficha>;
  const merged: Ficha = { ...antes, ...given };
  const ficha: Ficha = {
    ...merged,
    empresaId: merged.tipo === 'B2B' ? merged.empresaId : null,
    intereses: merged.intereses.toSorted((a, b) => a - b),
  };
  await assertFicha(trx, ficha, { id, today: localDate(ctx.now, zone) });
  try {
    await updateFicha(trx, id, ficha, ctx.now);
    if (given.intereses) await replaceIntereses(trx, id, ficha.intereses, ctx.now);
  } catch (error) {
    throw asFichaError(error);
  }
  await enqueueRevision(trx, id);
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'CLIENTE',
    entidadId: id,
    antes,
    despues: ficha,
  });
}
