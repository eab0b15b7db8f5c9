import type { Db } from '../core/db/connect.ts';

export type FiltrosAuditoria = {
  entidad?: string | undefined;
  entidadId?: string | undefined;
};

function filtered(db: Db, { entidad, entidadId }: FiltrosAuditoria) {
  let query = db.selectFrom('auditoria');
  if (entidad !== undefined) query = query.where('entidad', '=', entidad);
  if (entidadId !== undefined) query = query.where('entidadId', '=', entidadId);
  return query;
}

/** Newest first, with the name of who acted; `before` is the id of the last row seen. */
export function selectRegistros(
  db: Db,
  filtros: FiltrosAuditoria,
  page: { before: number; limit: number },
) {
  return filtered(db, filtros)
    .leftJoin('usuario', 'usuario.id', 'auditoria.usuarioId')
    .select([
      'auditoria.id',
      'usuario.name as usuario',
      'accion',
      'entidad',
      'entidadId',
      'antes',
      'despues',
      'auditoria.creadoEn',
    ])
    .where('auditoria.id', '<', page.before)
    .orderBy('auditoria.id', 'desc')
    .limit(page.limit)
    .execute();
}

/** How many rows match, counted no further than `max`. */
export async function countRegistros(
  db: Db,
  filtros: FiltrosAuditoria,
  max: number,
): Promise<number> {
  const row = await db
    .selectFrom(filtered(db, filtros).select('id').limit(max).as('registro'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}
