import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError } from '../core/errors.ts';
import {
  deleteAlumnoConEmail,
  deleteCalendario,
  insertAlumno,
  isEmailDeEquipo,
  lockCliente,
  moveAlumno,
  readAlumnoDe,
} from './alumno.queries.ts';
import { consumeEnlacePortal } from './enlacePortal.ts';

/** One answer for every reason, so that it tells nothing about the address. */
const invalidLink = () =>
  new AppError('ENLACE_INVALIDO', 'Este enlace ya se usó, venció o no sirve. Pide uno nuevo.');

/**
 * Uses up a portal link and finds, creates or updates the login of the Cliente it proves: after it that
 * Cliente has exactly one, with their present email, and nobody else has one with it.
 * @returns the id of the login.
 * @throws {AppError} ENLACE_INVALIDO
 */
export async function linkAlumno(trx: Trx, ctx: Ctx, token: string): Promise<string> {
  const portador = await consumeEnlacePortal(trx, token, ctx.now);
  const cliente = portador && (await lockCliente(trx, portador));
  if (!cliente || (await isEmailDeEquipo(trx, portador.email))) throw invalidLink();
  const { email } = portador;
  await deleteAlumnoConEmail(trx, email, cliente.id);
  const alumno = await readAlumnoDe(trx, cliente.id);
  if (alumno && !alumno.activo) throw invalidLink();
  // A calendar followed with an earlier login may be in the hands of who had another address.
  if (alumno?.email !== email) await deleteCalendario(trx, cliente.id);
  if (alumno && alumno.email !== email) await moveAlumno(trx, alumno.id, email, ctx.now);
  const id =
    alumno?.id ??
    (await insertAlumno(trx, {
      clienteId: cliente.id,
      nombre: cliente.nombre,
      email,
      now: ctx.now,
    }));
  if (!id) throw invalidLink();
  return id;
}
