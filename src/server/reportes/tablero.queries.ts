import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { pagaCursos } from '../cursos/acceso.queries.ts';

/** Instants, half open: from the first, before the second. */
export type Tramo = { desde: string; antes: string };

const columns = (tramos: Tramo[]) => sql`unnest(
  ${tramos.map((t) => t.desde)}::timestamptz[],
  ${tramos.map((t) => t.antes)}::timestamptz[]
) with ordinality as tramo(desde, antes, orden)`;

/** PAGO − REEMBOLSO − REVERSO of each stretch of time, in pesos, by the instant the money moved. */
export async function sumIngresos(db: Db, tramos: Tramo[]): Promise<number[]> {
  const { rows } = await sql<{ monto: number }>`
    select coalesce((
      select sum(case tipo when 'PAGO' then monto else -monto end) from pago
      where fecha >= tramo.desde and fecha < tramo.antes
    ), 0)::bigint as monto
    from ${columns(tramos)} order by tramo.orden`.execute(db);
  return rows.map((row) => row.monto);
}

/** Clientes captured in each stretch of time. */
export async function countCapturados(db: Db, tramos: Tramo[]): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select (
      select count(*) from cliente where creado_en >= tramo.desde and creado_en < tramo.antes
    ) as n
    from ${columns(tramos)} order by tramo.orden`.execute(db);
  return rows.map((row) => row.n);
}

/** Clientes with a live seat that is ABONADO or PAGADO, in a Taller dated from `desde` on that is not annulled. */
function conCupo(desde: string, al: string | undefined): RawBuilder<unknown> {
  const vivo = al
    ? sql`i.creado_en < ${al} and (i.anulada_en is null or i.anulada_en >= ${al})
        and (t.anulado_en is null or t.anulado_en >= ${al})
        and (i.total = 0 or 0 < (
          select sum(case tipo when 'PAGO' then monto else -monto end) from pago
          where pago.cobro_id = i.cobro_id and fecha < ${al}))`
    : sql`i.anulada_en is null and t.estado <> 'ANULADO' and exists (
        select from cobro where cobro.id = i.cobro_id and estado in ('ABONADO', 'PAGADO'))`;
  return sql`select i.cliente_id from taller t join inscripcion i on i.taller_id = t.id
    where t.inicia_en >= ${desde} and ${vivo}`;
}

/** Clientes who may watch a course at some time of a day: today, or as it stood at the end of one before. */
function conCurso({ desde, antes }: Tramo, past: boolean): RawBuilder<unknown> {
  const vivo = past
    ? sql`acceso_desde is not null and (i.anulada_en is null or i.anulada_en >= ${antes})`
    : sql`i.anulada_en is null and exists (select from cobro cross join negocio where cobro.id = i.cobro_id
        and ${pagaCursos})`;
  return sql`select i.cliente_id from inscripcion_curso i
    where (acceso_desde is null or acceso_desde < ${antes}) and (acceso_hasta is null or acceso_hasta > ${desde})
      and ${vivo}`;
}

/**
 * Distinct Clientes with a seat (see above) or with access to a course on the last day. When that day is
 * `past`, all of it as it stood at its end, out of the times of enrolments, annulments, movements and windows of
 * access.
 */
export async function countActivos(
  db: Db,
  { desde, dia, past }: { desde: string; dia: Tramo; past: boolean },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct cliente_id) as n
    from (${conCupo(desde, past ? dia.antes : undefined)} union all ${conCurso(dia, past)}) activos`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
