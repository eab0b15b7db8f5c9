import type { Alumno } from '#contract/portal.ts';
import type { Db } from '../core/db/connect.ts';
import { AppError } from '../core/errors.ts';
import { selectAlumno } from './sesion.queries.ts';

/** @throws {AppError} SIN_SESION when the login was closed meanwhile. */
export async function readAlumno(db: Db, usuarioId: string): Promise<Alumno> {
  const row = await selectAlumno(db, usuarioId);
  if (!row) throw new AppError('SIN_SESION', 'Tu sesión terminó. Entra de nuevo.');
  const { nombres, apellidos, email, tieneClave } = row;
  return { nombres, apellidos, email, tieneClave };
}
