import type { z } from 'zod';
import type { tagClientes as endpoint } from '#contract/clientes.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { invalid } from '../core/errors.ts';
import { hasInteres, tagMany } from './escritura.queries.ts';

/**
 * Adds an interes to many Clientes, or removes it; those that have it already, or not, do not count.
 * @throws {AppError} VALIDACION when the interes or one of the clientes does not exist.
 */
export async function tagClientes(
  trx: Trx,
  ctx: Ctx,
  input: z.output<typeof endpoint.body>,
): Promise<{ cambiados: number }> {
  const clientes = [...new Set(input.clientes)];
  const { interesId, accion } = input;
  if (!(await hasInteres(trx, interesId))) throw invalid('interesId', 'Ese interés no existe.');
  const { existen, cambiados } = await tagMany(trx, { clientes, interesId, accion, now: ctx.now });
  if (existen < clientes.length) throw invalid('clientes', 'Uno de los clientes no existe.');
  await audit(trx, ctx, {
    accion: accion === 'AGREGAR' ? 'AGREGAR_A_CLIENTES' : 'QUITAR_A_CLIENTES',
    entidad: 'INTERES',
    entidadId: interesId,
    despues: { clientes, cambiados },
  });
  return { cambiados };
}
