import type { z } from 'zod';
import type { cursoCampos } from '#contract/cursos.ts';
import { explainFicha } from '../archivos/explainFicha.ts';
import { limpiarArchivo } from '../archivos/limpiarArchivo.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { freeSlug } from '../core/db/slug.ts';
import { AppError, found } from '../core/errors.ts';
import { assertPublishable } from './cursos.policy.ts';
import { lockCurso } from './cursos.queries.ts';
import { selectLecciones } from './lecciones.queries.ts';

type Campos = z.output<typeof cursoCampos>;
type Cambios = { [K in keyof Campos]?: Campos[K] | undefined };

/** Creates a draft, its address made of the title. @throws {AppError} VALIDACION */
export async function createCurso(trx: Trx, ctx: Ctx, campos: Campos): Promise<number> {
  const slug = await freeSlug(trx, 'curso', campos.titulo);
  const { id } = await trx
    .insertInto('curso')
    .values({ ...campos, slug, creadoEn: ctx.now, actualizadoEn: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(explainFicha);
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'CURSO', entidadId: id, despues: campos });
  return id;
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
    .catch(explainFicha);
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
