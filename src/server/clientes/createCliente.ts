import type { z } from 'zod';
import type { clienteCampos } from '#contract/clientes.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { localDate } from '../core/time.ts';
import { recordCaptura } from './cambiarEstado.ts';
import { asFichaError, assertFicha } from './checkFicha.ts';
import { type Ficha, insertFicha, replaceIntereses } from './escritura.queries.ts';
import { enqueueRevision } from './revisarDuplicados.ts';

/** A new Cliente, LEAD; the zone tells what day it is.
 * @throws {AppError} VALIDACION, EMAIL_DUPLICADO, RUT_DUPLICADO
 */
export async function createCliente(
  trx: Trx,
  ctx: Ctx,
  input: z.output<typeof clienteCampos>,
  zone: string,
): Promise<number> {
  const ficha: Ficha = {
    tipo: input.tipo,
    empresaId: input.tipo === 'B2B' ? (input.empresaId ?? null) : null,
    nombres: input.nombres,
    apellidos: input.apellidos ?? '',
    email: input.email ?? null,
    telefono: input.telefono ?? null,
    rut: input.rut ?? null,
    fechaNacimiento: input.fechaNacimiento ?? null,
    comuna: input.comuna ?? null,
    origen: input.origen,
    origenDetalle: input.origenDetalle ?? {},
    intereses: input.intereses ?? [],
    responsableId: input.responsableId ?? null,
    notas: input.notas ?? null,
  };
  await assertFicha(trx, ficha, { today: localDate(ctx.now, zone) });
  try {
    const id = await insertFicha(trx, ficha, ctx.now);
    await recordCaptura(trx, ctx, id);
    if (ficha.intereses.length > 0) await replaceIntereses(trx, id, ficha.intereses, ctx.now);
    await enqueueRevision(trx, id);
    await audit(trx, ctx, { accion: 'CREAR', entidad: 'CLIENTE', entidadId: id, despues: ficha });
    return id;
  } catch (error) {
    throw asFichaError(error);
  }
}
