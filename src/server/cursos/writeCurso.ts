import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import type { cursoCampos } from '#contract/cursos.ts';
import { limpiarArchivo } from '../archivos/limpiarArchivo.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { slugify } from '../core/text.ts';
import { assertPublishable } from './cursos.policy.ts';
import { lockCurso } from './cursos.queries.ts';
import { selectLecciones } from './lecciones.queries.ts';

type Campos = z.output<typeof cursoCampos>;
type Cambios = { [K in keyof Campos]?: Campos[K] | undefined };

/** Creates a draft, its address made of the title. @throws {AppError} VALIDACION */
export async function createCurso(trx: Trx, ctx: Ctx, campos: Campos): Promise<number> {
  const slug = await freeSlug(trx, campos.titulo);
  const { id } = await trx
    .insertInto('curso')
    .values({ ...campos, slug, creadoEn: ctx.now, actualizadoEn: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(explain);
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'CURSO', entidadId: id, despues: campos });
  return id;
}

async function freeSlug(trx: Trx, titulo: string): Promise<string> {
  const base = slugify(titulo) || 'curso';
  const taken = await trx
    .selectFrom('curso')
    .select('id')
    .where('slug', '=', base)
    .executeTakeFirst();
  return taken ? `${base}-${randomInt(36 ** 4, 36 ** 5).toString(36)}` : base;
}

function explain(error: unknown): never {
  const { code, constraint } = pgError(error);
  if (code === '23503' && constraint === 'curso_interes_id_fkey') {
    throw invalid('interesId', 'Ese interés ya no existe. Elige otro.');
  }
  if (code === '23503' && constraint === 'curso_imagen_id_fkey') {
    throw invalid('imagenId', 'Esa imagen ya no existe. Súbela de nuevo.');
  }
  throw error;
}

async function lockForChange(trx: Trx, id: number, version: number) {
  const row = found(await lockCurso(trx, id), 'ese curso');
  if (row.version !== version) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este curso. Recarga y revisa.');
  }
  return row;
}

/**
 * Changes a Curso; sold lines keep their price and their days of access.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION.
 */
export async function updateCurso(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version, ...cambios }: Cambios & { version: number },
): Promise<void> {
  const antes = await lockForChange(trx, id, version);
  await trx
    .updateTable('curso')
    .set({ ...cambios, version: version + 1, actualizadoEn: ctx.now })
    .where('id', '=', id)
    .execute()
    .catch(explain);
  if (cambios.imagenId !== undefined && antes.imagenId && antes.imagenId !== cambios.imagenId) {
    await limpiarArchivo(trx, antes.imagenId);
  }
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'CURSO',
    entidadId: id,
    antes,
    despues: cambios,
  });
}

/**
 * Puts a draft on sale, or takes it back: nobody buys it then, and its students keep it.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION naming what it lacks.
 */
export async function setPublicado(
  trx: Trx,
  ctx: Ctx,
  id: number,
  version: number,
  publicar: boolean,
): Promise<void> {
  const antes = await lockForChange(trx, id, version);
  const estado = publicar ? 'PUBLICADO' : 'BORRADOR';
  if (antes.estado === estado) return;
  if (publicar) assertPublishable(await selectLecciones(trx, id));
  await trx
    .updateTable('curso')
    .set({
      estado,
      publicadoEn: publicar ? ctx.now : null,
      version: version + 1,
      actualizadoEn: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  await audit(trx, ctx, {
    accion: publicar ? 'PUBLICAR' : 'DESPUBLICAR',
    entidad: 'CURSO',
    entidadId: id,
  });
}

/** Deletes a draft that nobody ever got. @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE. */
export async function deleteCurso(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const antes = found(
    await trx.selectFrom('curso').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    'ese curso',
  );
  const used = await trx
    .selectFrom('inscripcionCurso')
    .select('id')
    .where('cursoId', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (antes.estado !== 'BORRADOR' || used) {
    throw new AppError('ESTADO_NO_PERMITE', 'Solo se borra un borrador que nadie ha comprado.');
  }
  await trx.deleteFrom('curso').where('id', '=', id).execute();
  if (antes.imagenId) await limpiarArchivo(trx, antes.imagenId);
  await audit(trx, ctx, { accion: 'BORRAR', entidad: 'CURSO', entidadId: id, antes });
}
