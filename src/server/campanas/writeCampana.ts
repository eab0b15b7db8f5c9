import type { z } from 'zod';
import type { campanaCampos, updateCampana as update } from '#contract/campanas.ts';
import type { Contenido } from '#contract/plantillas.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { acceptContenido } from '../plantillas/acceptContenido.ts';
import { selectPlantilla } from '../plantillas/plantillas.queries.ts';
import { nombresDe, variablesDePlantilla } from '../plantillas/variables.ts';
import { holdSegmento } from '../segmentos/segmentos.queries.ts';
import { assertEditable, isDeletable } from './campanas.policy.ts';
import { type CampanaRow, lockCampana, selectMissing } from './campanas.queries.ts';

type Campos = z.output<typeof campanaCampos>;

/** Of a draft: which taller its text speaks of may be chosen later. */
const permitidas = nombresDe(variablesDePlantilla);

const faltan: Record<string, string> = {
  plantillaId: 'Esa plantilla ya no existe. Elige otra.',
  tallerId: 'Ese taller ya no existe. Elige otro.',
  cursoId: 'Ese curso ya no existe. Elige otro.',
  productoId: 'Ese producto ya no existe. Elige otro.',
};

async function assertRefs(trx: Trx, campos: Partial<Campos>): Promise<void> {
  const { audiencia } = campos;
  const missing = await selectMissing(trx, campos);
  const fields = missing.map((campo) => ({ campo, mensaje: faltan[campo] ?? 'Ya no existe.' }));
  if (audiencia?.modo === 'ASISTENTES') {
    const gone = await selectMissing(trx, { tallerId: audiencia.tallerId });
    fields.push(
      ...gone.map(() => ({ campo: 'audiencia.tallerId', mensaje: 'Ese taller ya no existe.' })),
    );
  }
  if (audiencia?.modo === 'SEGMENTO' && !(await holdSegmento(trx, audiencia.segmentoId))) {
    fields.push({ campo: 'audiencia.segmentoId', mensaje: 'Ese segmento ya no existe.' });
  }
  if (fields.length > 0) throw new AppError('VALIDACION', 'Revisa los datos marcados.', { fields });
}

/** What a new campaign says: what was written, or else what its template does. */
async function firstContenido(trx: Trx, campos: Campos): Promise<Contenido> {
  const { asunto = '', preheader = null, cuerpo = '', plantillaId } = campos;
  const unwritten = campos.asunto === undefined && campos.cuerpo === undefined;
  const plantilla = plantillaId && unwritten ? await selectPlantilla(trx, plantillaId) : undefined;
  return acceptContenido(plantilla ?? { asunto, preheader, cuerpo }, permitidas);
}

async function insertCampana(
  trx: Trx,
  ctx: Ctx,
  { audiencia, ...values }: Campos & Contenido,
): Promise<number> {
  const { id } = await trx
    .insertInto('campana')
    .values({
      ...values,
      audiencia: JSON.stringify(audiencia),
      creadoPor: ctx.usuarioId,
      creadoEn: ctx.now,
      actualizadoEn: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Creates a draft; without words of its own it takes those of its template.
 * @throws {AppError} VALIDACION, also for its Liquid and variables.
 */
export async function createCampana(trx: Trx, ctx: Ctx, campos: Campos): Promise<number> {
  await assertRefs(trx, campos);
  const contenido = await firstContenido(trx, campos);
  const id = await insertCampana(trx, ctx, { ...campos, ...contenido });
  const { nombre, tipo, audiencia } = campos;
  await audit(trx, ctx, {
    accion: 'CREAR',
    entidad: 'CAMPANA',
    entidadId: id,
    despues: { nombre, tipo, audiencia, asunto: contenido.asunto },
  });
  return id;
}

/** Locks a campaign for a change by someone who saw this version. @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION */
export async function lockForChange(trx: Trx, id: number, seen: number): Promise<CampanaRow> {
  const row = found(await lockCampana(trx, id), 'esa campaña');
  if (row.version === seen) return row;
  throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió esta campaña. Recarga y revisa.');
}

/**
 * Changes a draft.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, ESTADO_NO_PERMITE, VALIDACION.
 */
export async function updateCampana(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version, ...cambios }: z.output<typeof update.body>,
): Promise<void> {
  const antes = await lockForChange(trx, id, version);
  assertEditable(antes.estado);
  await assertRefs(trx, cambios);
  const { audiencia, ...rest } = cambios;
  const contenido = await acceptContenido(
    {
      asunto: cambios.asunto ?? antes.asunto,
      preheader: cambios.preheader === undefined ? antes.preheader : cambios.preheader,
      cuerpo: cambios.cuerpo ?? antes.cuerpo,
    },
    permitidas,
  );
  await trx
    .updateTable('campana')
    .set({ ...rest, ...contenido, pausaMotivo: null })
    .set({ version: version + 1, actualizadoEn: ctx.now })
    .set(audiencia ? { audiencia: JSON.stringify(audiencia) } : {})
    .where('id', '=', id)
    .execute();
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'CAMPANA',
    entidadId: id,
    antes,
    despues: { ...cambios, ...contenido },
  });
}

/**
 * Copies a campaign, whatever became of it, to a new draft.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function duplicateCampana(trx: Trx, ctx: Ctx, id: number): Promise<number> {
  const row = found(await lockCampana(trx, id), 'esa campaña');
  const { tipo, plantillaId, asunto, preheader, cuerpo, audiencia, seguimiento } = row;
  const { tallerId, cursoId, productoId } = row;
  const nombre = `${row.nombre.slice(0, 112)} (copia)`;
  const copia = await insertCampana(trx, ctx, {
    ...{ nombre, tipo, plantillaId, asunto, preheader, cuerpo, audiencia, seguimiento },
    ...{ tallerId, cursoId, productoId },
  });
  await audit(trx, ctx, {
    accion: 'CREAR',
    entidad: 'CAMPANA',
    entidadId: copia,
    despues: { nombre, copiaDe: id },
  });
  return copia;
}

/** Deletes a draft that never went out. @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE */
export async function deleteCampana(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const antes = found(await lockCampana(trx, id), 'esa campaña');
  if (!isDeletable(antes)) {
    throw new AppError('ESTADO_NO_PERMITE', 'Solo se elimina un borrador que nunca se envió.');
  }
  await trx.deleteFrom('campana').where('id', '=', id).execute();
  const { nombre, tipo, asunto, cuerpo, audiencia } = antes;
  await audit(trx, ctx, {
    accion: 'BORRAR',
    entidad: 'CAMPANA',
    entidadId: id,
    antes: { nombre, tipo, asunto, cuerpo, audiencia },
  });
}
