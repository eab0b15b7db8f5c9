import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';

/** Whether a `cobro`, with `negocio`, pays for the courses it sold: whole, or in part where the school allows it. */
export const pagaCursos = sql<SqlBool>`(cobro.estado = 'PAGADO'
  or (cobro.estado = 'ABONADO' and negocio.acceso_con_abono))`;

/**
 * Whether an `inscripcion_curso`, joined with its `cobro` and with `negocio`, lets its student in at an
 * instant (ISO 8601 UTC): live, paid for, and inside its window.
 */
export function accesoVigente(now: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(inscripcion_curso.anulada_en is null
    and ${pagaCursos}
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

/**
 * Opens the accesses that are paid for by now, of one Cobro or of all: from now on (ISO 8601 UTC), for the days
 * each was sold with. Access opened before keeps its dates.
 */
export async function openAccesos(trx: Trx, now: string, cobroId?: number): Promise<void> {
  await sql`
    update inscripcion_curso set acceso_desde = ${now}::timestamptz,
      acceso_hasta = ${now}::timestamptz + dias_acceso * interval '1 day'
    from cobro, negocio
    where cobro.id = cobro_id ${cobroId === undefined ? sql`` : sql`and cobro_id = ${cobroId}`}
      and anulada_en is null and acceso_desde is null and ${pagaCursos}`.execute(trx);
}
