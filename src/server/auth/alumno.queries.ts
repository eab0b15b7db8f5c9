import { sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';

/** The Cliente while they have that email, held so that one at a time links a login to it. */
export function lockCliente(trx: Trx, { clienteId, email }: { clienteId: number; email: string }) {
  return trx
    .selectFrom('cliente')
    .select(['id', sql<string>`trim(nombres || ' ' || apellidos)`.as('nombre'), 'email'])
    .where('id', '=', clienteId)
    .where('email', '=', email)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Whether the address signs in as staff, also one that was deactivated. */
export async function isEmailDeEquipo(db: Db | Trx, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('usuario')
    .select('id')
    .where('email', '=', email)
    .where('rol', '!=', 'ALUMNO')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the login of that email away from a student, unless it is the one of this Cliente. */
export async function deleteAlumnoConEmail(
  trx: Trx,
  email: string,
  clienteId?: number,
): Promise<void> {
  await trx
    .deleteFrom('usuario')
    .where('email', '=', email)
    .where('rol', '=', 'ALUMNO')
    .$if(clienteId !== undefined, (qb) => qb.where('clienteId', '!=', clienteId ?? 0))
    .execute();
}

export function readAlumnoDe(trx: Trx, clienteId: number) {
  return trx
    .selectFrom('usuario')
    .select(['id', 'email', 'activo'])
    .where('clienteId', '=', clienteId)
    .executeTakeFirst();
}

/** @returns the new user's id, or undefined when the email was taken meanwhile. */
export async function insertAlumno(
  trx: Trx,
  values: { clienteId: number; nombre: string; email: string; now: string },
): Promise<string | undefined> {
  const row = await trx
    .insertInto('usuario')
    .values({
      name: values.nombre,
      email: values.email,
      emailVerified: true,
      rol: 'ALUMNO',
      clienteId: values.clienteId,
      createdAt: values.now,
      updatedAt: values.now,
    })
    .onConflict((oc) => oc.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Gives the login a newly proven address: what was opened with the old one is closed and forgotten. */
export async function moveAlumno(trx: Trx, id: string, email: string, now: string): Promise<void> {
  await trx.deleteFrom('sesion').where('userId', '=', id).execute();
  await trx.deleteFrom('cuenta').where('userId', '=', id).execute();
  await trx
    .updateTable('usuario')
    .set({ email, emailVerified: true, updatedAt: now })
    .where('id', '=', id)
    .execute();
}

/** Makes the address of a person's calendar worth nothing. */
export async function deleteCalendario(trx: Trx, clienteId: number): Promise<void> {
  await trx.deleteFrom('calendario').where('clienteId', '=', clienteId).execute();
}
