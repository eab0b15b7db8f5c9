import type { z } from 'zod';
import { type leccionCampos, MAX_LECCIONES } from '#contract/cursos.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { tieneContenido } from './cursos.policy.ts';
import { lockCurso } from './cursos.queries.ts';
import { resolveVideo } from './resolveVideo.ts';
import { cleanTexto } from './texto.policy.ts';

type Campos = z.output<typeof leccionCampos>;
type Cambios = { [K in keyof Campos]?: Campos[K] | undefined };

/** The columns of a lesson out of the fields of its form: text cleaned, video understood. */
async function valuesOf(trx: Trx, { videoEnlace, videoId, texto, ...rest }: Cambios) {
  return {
    ...rest,
    ...(texto === undefined ? {} : { texto: texto === null ? null : cleanTexto(texto) }),
    ...(await resolveVideo(trx, { videoEnlace, videoId })),
  };
}

function assertContenido(
  estado: string,
  leccion: { texto: string | null; videoTipo: string | null },
): void {
  if (estado === 'PUBLICADO' && !tieneContenido(leccion)) {
    throw invalid('videoEnlace', 'El curso está publicado: agrega un video o un texto.');
  }
}

/**
 * Adds a lesson at the end of a Curso.
 * @throws {AppError} NO_ENCONTRADO, VALIDACION; ESTADO_NO_PERMITE when it has as many as there may be.
 */
export async function createLeccion(
  trx: Trx,
  ctx: Ctx,
  cursoId: number,
  campos: Campos,
): Promise<number> {
  const curso = found(await lockCurso(trx, cursoId), 'ese curso');
  const { n } = await trx
    .selectFrom('leccion')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('cursoId', '=', cursoId)
    .executeTakeFirstOrThrow();
  if (n >= MAX_LECCIONES) {
    throw new AppError('ESTADO_NO_PERMITE', `Un curso tiene a lo más ${MAX_LECCIONES} lecciones.`);
  }
  const values = {
    texto: null,
    videoTipo: null,
    ...(await valuesOf(trx, campos)),
    titulo: campos.titulo,
  };
  assertContenido(curso.estado, values);
  const { id } = await trx
    .insertInto('leccion')
    .values({ ...values, cursoId, orden: n + 1, creadoEn: ctx.now, actualizadoEn: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await audit(trx, ctx, {
    accion: 'CREAR',
    entidad: 'LECCION',
    entidadId: id,
    despues: { cursoId, ...values },
  });
  return id;
}

/** Locks a lesson, after its Curso, so that what a Curso must have is judged one change at a time. */
async function lockLeccion(trx: Trx, id: number) {
  const { cursoId } = found(
    await trx.selectFrom('leccion').select('cursoId').where('id', '=', id).executeTakeFirst(),
    'esa lección',
  );
  const curso = found(await lockCurso(trx, cursoId), 'ese curso');
  const leccion = await trx
    .selectFrom('leccion')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return { curso, leccion: found(leccion, 'esa lección') };
}

/**
 * Changes a lesson; a link given in place of a file, or the other way round, replaces it.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION.
 */
export async function updateLeccion(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version, ...cambios }: Cambios & { version: number },
): Promise<void> {
  const { curso, leccion: antes } = await lockLeccion(trx, id);
  if (antes.version !== version) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió esta lección. Recarga y revisa.');
  }
  const { videoEnlace, videoId } = cambios;
  // Clearing the kind of video that it has not leaves the other as it is.
  const keeps = antes.videoTipo === 'ARCHIVO' ? videoId === undefined : videoEnlace === undefined;
  const given = videoEnlace || videoId;
  const values = await valuesOf(
    trx,
    keeps && !given ? { ...cambios, videoEnlace: undefined, videoId: undefined } : cambios,
  );
  assertContenido(curso.estado, { ...antes, ...values });
  await trx
    .updateTable('leccion')
    .set({ ...values, version: version + 1, actualizadoEn: ctx.now })
    .where('id', '=', id)
    .execute();
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'LECCION',
    entidadId: id,
    antes,
    despues: values,
  });
}

/**
 * Deletes a lesson with the progress in it, and closes the gap in the order.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE for the last one of a published Curso.
 */
export async function deleteLeccion(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const { curso, leccion: antes } = await lockLeccion(trx, id);
  const others = await trx
    .selectFrom('leccion')
    .select('id')
    .where('cursoId', '=', curso.id)
    .where('id', '!=', id)
    .limit(1)
    .executeTakeFirst();
  if (curso.estado === 'PUBLICADO' && !others) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Es la única lección de un curso publicado. Vuélvelo a borrador antes de borrarla.',
    );
  }
  await trx.deleteFrom('leccion').where('id', '=', id).execute();
  await trx
    .updateTable('leccion')
    .set((eb) => ({ orden: eb('orden', '-', 1) }))
    .where('cursoId', '=', curso.id)
    .where('orden', '>', antes.orden)
    .execute();
  await audit(trx, ctx, { accion: 'BORRAR', entidad: 'LECCION', entidadId: id, antes });
}
