import { imagenUrl } from '#contract/archivos.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { getMiCurso, MiCurso, MiLeccion, setProgreso } from '#contract/portal.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { tieneAcceso } from '../cursos/acceso.queries.ts';
import { type LeccionRow, presentLeccion, selectLeccion } from '../cursos/lecciones.queries.ts';
import {
  type MiCursoRow,
  selectContenido,
  selectMisCursos,
  selectPosicion,
  upsertProgreso,
} from './misCursos.queries.ts';

export type DeAlumno = { clienteId: number; now: string };
export type DeLeccion = DeAlumno & { cursoId: number; leccionId: number };

const ORDEN = ['VIGENTE', 'POR_PAGAR', 'VENCIDO'];

/** A student's Cursos: those that open first, then the latest bought. */
export async function listMisCursos(db: Db, alumno: DeAlumno): Promise<MiCurso[]> {
  const rows = await selectMisCursos(db, alumno).execute();
  return rows
    .toSorted((a, b) => ORDEN.indexOf(a.acceso) - ORDEN.indexOf(b.acceso) || b.compra - a.compra)
    .map(presentMiCurso);
}

function presentMiCurso(row: MiCursoRow): MiCurso {
  const { imagenId, descripcion: _, compra: _compra, ...rest } = row;
  return {
    ...rest,
    imagenUrl: imagenId ? imagenUrl(imagenId) : null,
    seguirEn: row.acceso === 'VIGENTE' ? row.seguirEn : null,
  };
}

/**
 * One of a student's Cursos with the titles of its lessons.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readMiCurso(
  db: Db,
  alumno: DeAlumno,
  cursoId: number,
): Promise<Answer<typeof getMiCurso>> {
  const query = selectMisCursos(db, alumno).where('curso.id', '=', cursoId);
  const row = found(await query.executeTakeFirst(), 'ese curso');
  const { clienteId } = alumno;
  return {
    ...presentMiCurso(row),
    descripcion: row.descripcion,
    contenido: await selectContenido(db, { clienteId, cursoId }),
  };
}

/**
 * A lesson that the student may see now.
 * @throws {AppError} NO_ENCONTRADO also when the Curso is theirs but does not open today.
 */
export async function findMiLeccion(db: Db, input: DeLeccion): Promise<LeccionRow> {
  const leccion = await selectLeccion(db, input.leccionId);
  const mine = leccion?.cursoId === input.cursoId && (await tieneAcceso(db, input));
  return found(mine ? leccion : undefined, 'esa lección');
}

/** @throws {AppError} NO_ENCONTRADO as findMiLeccion does. */
export async function readMiLeccion(db: Db, input: DeLeccion): Promise<MiLeccion> {
  const row = await findMiLeccion(db, input);
  const { id, orden, titulo, texto, duracionSegundos } = row;
  const url = `/api/portal/cursos/${row.cursoId}/lecciones/${id}/video`;
  const { video } = presentLeccion(row, url);
  const posicion = await selectPosicion(db, { ...input, orden });
  return { id, orden, titulo, texto, video, duracionSegundos, ...posicion };
}

/**
 * Notes where a student is in a lesson, or that they finished it.
 * @throws {AppError} NO_ENCONTRADO as findMiLeccion does.
 */
export async function writeProgreso(
  db: Db,
  input: DeLeccion & { segundos: number | undefined; terminada: boolean | undefined },
): Promise<Answer<typeof setProgreso>> {
  await findMiLeccion(db, input);
  const row = await transaction(db, (trx) => upsertProgreso(trx, input));
  const { terminada } = found(row, 'esa lección');
  const { terminadas, lecciones } = await readMiCurso(db, input, input.cursoId);
  return { terminada, terminadas, lecciones };
}
