import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';

/**
 * Whether an `inscripcion_curso`, joined with its `cobro` and with `negocio`, lets its student in at an
 * instant (ISO 8601 UTC): live, paid (or paid in part, where the school allows it), and inside its window.
 */
export function accesoVigente(now: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(inscripcion_curso.anulada_en is null
    and (cobro.estado = 'PAGADO' or (cobro.estado = 'ABONADO' and negocio.acceso_con_abono))
    and (inscripcion_curso.acceso_desde is null or inscripcion_curso.acceso_desde <= ${now}::timestamptz)
    and (inscripcion_curso.acceso_hasta is null or inscripcion_curso.acceso_hasta > ${now}::timestamptz))`;
}

/** The accesses that are open at an instant, to be narrowed and selected from. */
function selectVigentes(db: Db | Trx, now: string) {
  return db
    .selectFrom('inscripcionCurso')
    .innerJoin('cobro', 'cobro.id', 'inscripcionCurso.cobroId')
    .innerJoin('negocio', (join) => join.onTrue())
    .where(accesoVigente(now));
}

/** Whether a Cliente may watch a Curso at an instant (ISO 8601 UTC). */
export async function tieneAcceso(
  db: Db | Trx,
  { clienteId, cursoId, now }: { clienteId: number; cursoId: number; now: string },
): Promise<boolean> {
  const row = await selectVigentes(db, now)
    .select('inscripcionCurso.id')
    .where('inscripcionCurso.clienteId', '=', clienteId)
    .where('inscripcionCurso.cursoId', '=', cursoId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
