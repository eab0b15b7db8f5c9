import type { z } from 'zod';
import type { createSegmento as create, updateSegmento as patch } from '#contract/segmentos.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError, found } from '../core/errors.ts';
import {
  deleteSegmentoRow,
  insertSegmento,
  lockSegmento,
  type SegmentoValues,
  selectCampanasDe,
  updateSegmentoRow,
} from './segmentos.queries.ts';

async function refuseDuplicate<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (pgError(error).constraint !== 'segmento_nombre') throw error;
    const mensaje = 'Ya hay un segmento con ese nombre.';
    throw new AppError('NOMBRE_DUPLICADO', mensaje, { fields: [{ campo: 'nombre', mensaje }] });
  }
}

/** @throws {AppError} NOMBRE_DUPLICADO, accents and case aside. */
export async function createSegmento(
  trx: Trx,
  ctx: Ctx,
  { nombre, descripcion = null, condicion }: z.output<typeof create.body>,
): Promise<number> {
  const values: SegmentoValues = { nombre, descripcion, condicion };
  const id = await refuseDuplicate(insertSegmento(trx, values, ctx));
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'SEGMENTO', entidadId: id, despues: values });
  return id;
}

/** @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, NOMBRE_DUPLICADO */
export async function updateSegmento(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version, ...input }: z.output<typeof patch.body>,
): Promise<void> {
  const { id: _, version: current, ...antes } = found(await lockSegmento(trx, id), 'ese segmento');
  if (current !== version) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este segmento. Recarga y revisa.');
  }
  const despues: SegmentoValues = {
    nombre: input.nombre ?? antes.nombre,
    descripcion: input.descripcion === undefined ? antes.descripcion : input.descripcion,
    condicion: input.condicion ?? antes.condicion,
  };
  await refuseDuplicate(updateSegmentoRow(trx, id, despues, ctx.now));
  await audit(trx, ctx, { accion: 'CAMBIAR', entidad: 'SEGMENTO', entidadId: id, antes, despues });
}

/** @throws {AppError} NO_ENCONTRADO; EN_USO, naming the campaigns that would use it. */
export async function deleteSegmento(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const { id: _, version: __, ...antes } = found(await lockSegmento(trx, id), 'ese segmento');
  const campanas = await selectCampanasDe(trx, id);
  if (campanas.length > 0) {
    const names = campanas.slice(0, 3).map(({ nombre }) => `«${nombre}»`);
    const rest = campanas.length - names.length;
    const list = new Intl.ListFormat('es').format([...names, ...(rest > 0 ? [`${rest} más`] : [])]);
    const uses = campanas.length === 1 ? 'lo usa la campaña' : 'lo usan las campañas';
    throw new AppError('EN_USO', `No se puede eliminar: ${uses} ${list}.`);
  }
  await deleteSegmentoRow(trx, id);
  await audit(trx, ctx, { accion: 'BORRAR', entidad: 'SEGMENTO', entidadId: id, antes });
}
