import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { assertStrongClave } from '../auth/clave.policy.ts';
import { readClave, writeClave } from '../auth/usuarios.queries.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { invalid } from '../core/errors.ts';
import type { Alumno } from '../core/http/route.ts';
import { readAlumno } from './readAlumno.ts';

/**
 * Gives a student a password, or another when they write the one they have; closes their other sessions.
 * @throws {AppError} VALIDACION on `actual` or `nueva`
 */
export async function setClave(
  db: Db,
  ctx: Ctx,
  alumno: Alumno,
  input: { actual?: string | undefined; nueva: string },
): Promise<void> {
  const { nombres, apellidos } = await readAlumno(db, alumno.id);
  const nombre = `${nombres} ${apellidos}`.trim();
  assertStrongClave(input.nueva, { email: alumno.email, nombre }, 'nueva');
  const clave = await readClave(db, alumno.id);
  if (clave !== undefined) {
    if (!input.actual) throw invalid('actual', 'Escribe tu contraseña actual.');
    if (!(await verifyPassword({ hash: clave, password: input.actual }))) {
      throw invalid('actual', 'La contraseña actual no es correcta.');
    }
  }
  const hash = await hashPassword(input.nueva);
  await transaction(db, (trx) => writeClave(trx, { ...alumno, hash, now: ctx.now }));
}
