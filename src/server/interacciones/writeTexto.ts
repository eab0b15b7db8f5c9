import type { z } from 'zod';
import type {
  createTextoWhatsapp as create,
  updateTextoWhatsapp as patch,
  TextoWhatsapp,
} from '#contract/interacciones.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError, found } from '../core/errors.ts';
import { checkTexto } from './textos.policy.ts';
import {
  deleteTextoRow,
  insertTexto,
  lockTexto,
  selectTextos,
  updateTextoRow,
} from './textos.queries.ts';

const ENTIDAD = 'TEXTO_WHATSAPP';

async function readTexto(trx: Trx, id: number): Promise<TextoWhatsapp> {
  return found((await selectTextos(trx, id))[0], 'ese texto');
}

function assertTexto(texto: string): void {
  const fields = checkTexto(texto);
  if (fields.length > 0) throw new AppError('VALIDACION', 'Revisa los datos marcados.', { fields });
}

async function refuseDuplicate<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (pgError(error).constraint !== 'texto_whatsapp_nombre') throw error;
    const mensaje = 'Ya hay un texto con ese nombre.';
    throw new AppError('NOMBRE_DUPLICADO', mensaje, { fields: [{ campo: 'nombre', mensaje }] });
  }
}

/** @throws {AppError} VALIDACION for a variable that there is not; NOMBRE_DUPLICADO, accents and case aside. */
export async function createTexto(
  trx: Trx,
  ctx: Ctx,
  values: z.output<typeof create.body>,
): Promise<TextoWhatsapp> {
  assertTexto(values.texto);
  const id = await refuseDuplicate(insertTexto(trx, values, ctx.now));
  await audit(trx, ctx, { accion: 'CREAR', entidad: ENTIDAD, entidadId: id, despues: values });
  return readTexto(trx, id);
}

/** @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION, NOMBRE_DUPLICADO */
export async function updateTexto(
  trx: Trx,
  ctx: Ctx,
  id: number,
  input: z.output<typeof patch.body>,
): Promise<TextoWhatsapp> {
  const { version, ...antes } = found(await lockTexto(trx, id), 'ese texto');
  if (version !== input.version) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este texto. Recarga y revisa.');
  }
  const despues = { nombre: input.nombre ?? antes.nombre, texto: input.texto ?? antes.texto };
  assertTexto(despues.texto);
  await refuseDuplicate(updateTextoRow(trx, id, despues, ctx.now));
  await audit(trx, ctx, { accion: 'CAMBIAR', entidad: ENTIDAD, entidadId: id, antes, despues });
  return readTexto(trx, id);
}

/** @throws {AppError} NO_ENCONTRADO */
export async function deleteTexto(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const { version: _, ...antes } = found(await lockTexto(trx, id), 'ese texto');
  await deleteTextoRow(trx, id);
  await audit(trx, ctx, { accion: 'BORRAR', entidad: ENTIDAD, entidadId: id, antes });
}
