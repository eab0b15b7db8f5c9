import type { Db, Trx } from '../core/db/connect.ts';

/** The token of the Cliente's calendar address; the given one when they had none. */
export async function ensureCalendario(
  db: Db | Trx,
  row: { clienteId: number; token: string; now: string },
): Promise<string> {
  const { clienteId, token, now } = row;
  const { token: kept } = await db
    .insertInto('calendario')
    .values({ clienteId, token, creadoEn: now })
    // An update that changes nothing, so that the row that was there is returned.
    .onConflict((oc) =>
      oc.column('clienteId').doUpdateSet((eb) => ({ token: eb.ref('calendario.token') })),
    )
    .returning('token')
    .executeTakeFirstOrThrow();
  return kept;
}

export async function replaceCalendario(
  trx: Trx,
  row: { clienteId: number; token: string; now: string },
): Promise<void> {
  const { clienteId, token, now } = row;
  await trx
    .insertInto('calendario')
    .values({ clienteId, token, creadoEn: now })
    .onConflict((oc) => oc.column('clienteId').doUpdateSet({ token, creadoEn: now }))
    .execute();
}

/** Whose calendar it is, while they have a login with their present email: it closes as a session does. */
export async function selectClienteDeCalendario(
  db: Db,
  token: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('calendario')
    .innerJoin('cliente', 'cliente.id', 'calendario.clienteId')
    .innerJoin('usuario', (join) =>
      join
        .onRef('usuario.clienteId', '=', 'cliente.id')
        .onRef('usuario.email', '=', 'cliente.email'),
    )
    .select('calendario.clienteId')
    .where('token', '=', token)
    .where('usuario.activo', '=', true)
    .executeTakeFirst();
  return row?.clienteId;
}

export async function selectNombreNegocio(db: Db): Promise<string> {
  const { nombre } = await db.selectFrom('negocio').select('nombre').executeTakeFirstOrThrow();
  return nombre;
}
