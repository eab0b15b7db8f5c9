import type { z } from 'zod';
import type { Interes, interesCampos, updateInteres as patch } from '#contract/intereses.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError, found } from '../core/errors.ts';
import {
  deleteInteresRow,
  type InteresValues,
  insertInteres,
  lockInteres,
  selectIntereses,
  updateInteresRow,
} from './intereses.queries.ts';

async function readInteres(trx: Trx, id: number): Promise<Interes> {
  return found((await selectIntereses(trx, id))[0], 'ese interés');
}

async function refuseDuplicate<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (pgError(error).constraint !== 'interes_nombre') throw error;
    const mensaje = 'Ya hay un interés con ese nombre.';
    throw new AppError('NOMBRE_DUPLICADO', mensaje, { fields: [{ campo: 'nombre', mensaje }] });
  }
}

/** @throws {AppError} NOMBRE_DUPLICADO, accents and case aside. */
export async function createInteres(
  trx: Trx,
  ctx: Ctx,
  input: z.output<typeof interesCampos>,
): Promise<Interes> {
  const values = { ...input, descripcion: input.descripcion ?? null };
  const id = await refuseDuplicate(insertInteres(trx, values, ctx.now));
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'INTERES', entidadId: id, despues: values });
  return readInteres(trx, id);
}

/** @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, NOMBRE_DUPLICADO */
export async function updateInteres(
  trx: Trx,
  ctx: Ctx,
  id: number,
  input: z.output<typeof patch.body>,
): Promise<Interes> {
  const { id: _, version, ...antes } = found(await lockInteres(trx, id), 'ese interés');
  if (version !== input.version) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este interés. Recarga y revisa.');
  }
  const despues: InteresValues = {
    nombre: input.nombre ?? antes.nombre,
    color: input.color ?? antes.color,
    descripcion: input.descripcion === undefined ? antes.descripcion : input.descripcion,
  };
  await refuseDuplicate(updateInteresRow(trx, id, despues, ctx.now));
  await audit(trx, ctx, { accion: 'CAMBIAR', entidad: 'INTERES', entidadId: id, antes, despues });
  return readInteres(trx, id);
}

const several = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** @throws {AppError} NO_ENCONTRADO; EN_USO, saying where. */
export async function deleteInteres(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const { version: _, ...antes } = found(await lockInteres(trx, id), 'ese interés');
  const { clientes, talleres, cursos, productos } = await readInteres(trx, id);
  const uses = [
    several(clientes, 'cliente', 'clientes'),
    several(talleres, 'taller', 'talleres'),
    several(cursos, 'curso', 'cursos'),
    several(productos, 'producto', 'productos'),
  ].filter((text) => !text.startsWith('0 '));
  if (uses.length > 0) {
    const list = new Intl.ListFormat('es').format(uses);
    throw new AppError('EN_USO', `No se puede borrar: lo usan ${list}.`);
  }
  await deleteInteresRow(trx, id);
  await audit(trx, ctx, { accion: 'BORRAR', entidad: 'INTERES', entidadId: id, antes });
}
