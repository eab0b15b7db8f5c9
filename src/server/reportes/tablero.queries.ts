import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { pagaCursos } from '../cursos/acceso.queries.ts';
import type { Tramo } from './periodo.ts';

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

type Cupos = { talleres: number; ocupados: number; cupos: number };

/** The published Talleres of each stretch of time, and their seats taken and offered. */
export async function sumCupos(db: Db, tramos: Tramo[]): Promise<Cupos[]> {
  const { rows } = await sql<Cupos>`
    select sumas.* from unnest(${tramos.map((t) => t.desde)}::timestamptz[], ${tramos.map((t) => t.antes)}::timestamptz[])
      with ordinality as tramo(desde, antes, orden)
    cross join lateral (
      select count(*) as talleres, coalesce(sum(cupos_ocupados), 0)::bigint as ocupados, coalesce(sum(cupos), 0)::bigint as cupos
      from taller where inicia_en >= tramo.desde and inicia_en < tramo.antes and estado = 'PUBLICADO'
    ) sumas order by tramo.orden`.execute(db);
  return rows;
}

type Categoria = {
  interes: { id: number; nombre: string; color: string } | null;
  inscripciones: number;
};

/** Enrolments in talleres and cursos made in a stretch of time and still live, by interés, the most first. */
export async function countCategorias(
  db: Db,
  { desde, antes }: Tramo,
  limit: number,
): Promise<Categoria[]> {
  const { rows } = await sql<Categoria>`
    select case when i.id is null then null
        else json_build_object('id', i.id, 'nombre', i.nombre, 'color', i.color) end as interes,
      sum(n)::bigint as inscripciones
    from (
      select t.interes_id, n from (
        select taller_id, count(*) as n from inscripcion
        where anulada_en is null and creado_en >= ${desde} and creado_en < ${antes} group by 1
      ) l join taller t on t.id = l.taller_id
      union all
      select c.interes_id, n from (
        select curso_id, count(*) as n from inscripcion_curso
        where anulada_en is null and creado_en >= ${desde} and creado_en < ${antes} group by 1
      ) l join curso c on c.id = l.curso_id
    ) lineas left join interes i on i.id = lineas.interes_id
    group by i.id order by 2 desc, i.id limit ${limit}`.execute(db);
  return rows;
}
