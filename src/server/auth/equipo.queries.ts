import type { UsuarioRef } from '#contract/equipo.ts';
import type { FieldError } from '#contract/errors.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** The staff that work may be given to, by name. */
export function selectEquipo(db: Db | Trx): Promise<UsuarioRef[]> {
  return db
    .selectFrom('usuario')
    .select(['id', 'name as nombre'])
    .where('rol', '!=', 'ALUMNO')
    .where('activo', '=', true)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** What is wrong with giving work to someone: an error for each field whose id is not of the active staff. */
export async function checkEquipo(
  db: Db | Trx,
  given: Record<string, string | null | undefined>,
): Promise<FieldError[]> {
  const fields = Object.entries(given).filter(([, id]) => typeof id === 'string');
  if (fields.length === 0) return [];
  const equipo = new Set((await selectEquipo(db)).map((one) => one.id));
  return fields
    .filter(([, id]) => !equipo.has(id ?? ''))
    .map(([campo]) => ({ campo, mensaje: 'Elige a alguien del equipo.' }));
}
