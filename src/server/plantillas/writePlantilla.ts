import type { z } from 'zod';
import type {
  Contenido,
  plantillaCampos,
  updatePlantilla as update,
} from '#contract/plantillas.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError, found } from '../core/errors.ts';
import { acceptContenido } from './acceptContenido.ts';
import { insertVersion, lockPlantilla } from './plantillas.queries.ts';
import { nombresDe, variablesDePlantilla } from './variables.ts';

const permitidas = nombresDe(variablesDePlantilla);

async function refuseDuplicate<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (pgError(error).constraint !== 'plantilla_email_nombre') throw error;
    const mensaje = 'Ya hay una plantilla con ese nombre.';
    throw new AppError('NOMBRE_DUPLICADO', mensaje, { fields: [{ campo: 'nombre', mensaje }] });
  }
}

/**
 * Creates a template with its first content.
 * @throws {AppError} VALIDACION for its Liquid and variables; NOMBRE_DUPLICADO, accents and case aside.
 */
export async function createPlantilla(
  trx: Trx,
  ctx: Ctx,
  { nombre, tipo, ...escrito }: z.output<typeof plantillaCampos>,
): Promise<number> {
  const contenido = acceptContenido(escrito, permitidas);
  const { id } = await refuseDuplicate(
    trx
      .insertInto('plantillaEmail')
      .values({ nombre, tipo, creadoEn: ctx.now, actualizadoEn: ctx.now })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const origen = { creadoPor: ctx.usuarioId, creadoEn: ctx.now };
  await insertVersion(trx, id, { ...contenido, numero: 1, ...origen });
  await audit(trx, ctx, {
    accion: 'CREAR',
    entidad: 'PLANTILLA',
    entidadId: id,
    despues: { nombre, tipo, asunto: contenido.asunto },
  });
  return id;
}

/** Locks a template for a change. @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION */
async function lockForChange(trx: Trx, id: number, seen: number) {
  const antes = found(await lockPlantilla(trx, id), 'esa plantilla');
  if (antes.version === seen) return antes;
  throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió esta plantilla. Recarga y revisa.');
}

const campos = ['asunto', 'preheader', 'cuerpo'] as const;

/**
 * Changes a template. Another content becomes a new version, and those before it stay.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION, NOMBRE_DUPLICADO
 */
export async function updatePlantilla(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version, ...cambios }: z.output<typeof update.body>,
): Promise<void> {
  const antes = await lockForChange(trx, id, version);
  const { nombre = antes.nombre, tipo = antes.tipo } = cambios;
  const contenido = acceptContenido(merge(antes, cambios), permitidas);
  await refuseDuplicate(
    trx
      .updateTable('plantillaEmail')
      .set({ nombre, tipo, version: version + 1, actualizadoEn: ctx.now })
      .where('id', '=', id)
      .execute(),
  );
  const cambia = campos.some((campo) => contenido[campo] !== antes[campo]);
  const numero = antes.numero + (cambia ? 1 : 0);
  if (cambia) {
    const origen = { creadoPor: ctx.usuarioId, creadoEn: ctx.now };
    await insertVersion(trx, id, { ...contenido, numero, ...origen });
  }
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'PLANTILLA',
    entidadId: id,
    // The contents themselves stay in the versions.
    antes: { nombre: antes.nombre, tipo: antes.tipo, contenido: antes.numero },
    despues: { nombre, tipo, contenido: numero },
  });
}

function merge(
  antes: Contenido,
  { asunto, preheader, cuerpo }: Partial<Record<keyof Contenido, string | null | undefined>>,
): Contenido {
  return {
    asunto: asunto ?? antes.asunto,
    preheader: preheader === undefined ? antes.preheader : preheader,
    cuerpo: cuerpo ?? antes.cuerpo,
  };
}

/**
 * Puts a template away, or takes it up again. Repeating it changes nothing.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION; NOMBRE_DUPLICADO when another took its name meanwhile.
 */
export async function archivePlantilla(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { archivada, version }: { archivada: boolean; version: number },
): Promise<void> {
  const antes = await lockForChange(trx, id, version);
  if ((antes.archivadaEn !== null) === archivada) return;
  await refuseDuplicate(
    trx
      .updateTable('plantillaEmail')
      .set({ archivadaEn: archivada ? ctx.now : null, version: version + 1 })
      .set({ actualizadoEn: ctx.now })
      .where('id', '=', id)
      .execute(),
  );
  await audit(trx, ctx, {
    accion: archivada ? 'ARCHIVAR' : 'RETOMAR',
    entidad: 'PLANTILLA',
    entidadId: id,
  });
}
