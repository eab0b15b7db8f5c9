import type { Db, Trx } from '../core/db/connect.ts';

/** The person behind a student's login, and whether it has a password. */
export function selectAlumno(db: Db | Trx, usuarioId: string) {
  return db
    .selectFrom('usuario')
    .innerJoin('cliente', 'cliente.id', 'usuario.clienteId')
    .select(['nombres', 'apellidos', 'usuario.email', 'cliente.id as clienteId'])
    .select('ultimaActividadEn')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('cuenta')
            .select('cuenta.id')
            .whereRef('userId', '=', 'usuario.id')
            .where('password', 'is not', null),
        )
        .$castTo<boolean>()
        .as('tieneClave'),
    )
    .where('usuario.id', '=', usuarioId)
    .executeTakeFirst();
}

/** The Cliente with that email, held so that one message at a time is prepared for them. */
export function lockClienteConEmail(trx: Trx, email: string) {
  return trx
    .selectFrom('cliente')
    .select(['id', 'nombres'])
    .where('email', '=', email)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Whether a link was prepared for that Cliente after an instant. */
export async function wasPreparedSince(
  trx: Trx,
  clienteId: number,
  since: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('aviso')
    .select('id')
    .where('tipo', '=', 'ENLACE_PORTAL')
    .where('clienteId', '=', clienteId)
    .where('creadoEn', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes the login; its sessions and password go with it. */
export async function deleteLogin(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('usuario').where('id', '=', id).where('rol', '=', 'ALUMNO').execute();
}

/** Discards what was prepared for a person but for what they wait for: an offered seat. */
export async function discardAvisos(trx: Trx, clienteId: number, now: string): Promise<void> {
  await trx
    .updateTable('aviso')
    .set({ descartadoEn: now })
    .where('clienteId', '=', clienteId)
    .where('tipo', 'in', ['ENLACE_PORTAL', 'PEDIR_RESENA'])
    .where('enviadoEn', 'is', null)
    .where('descartadoEn', 'is', null)
    .execute();
}
