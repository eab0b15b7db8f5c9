import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { within } from './contexto.ts';
import type { Tramo } from './periodo.ts';

export type CategoriaRow = {
  interes: { id: number; nombre: string; color: string } | null;
  inscripciones: number;
  cupos: number;
  personas: number;
  /** In pesos, discounts taken off. */
  vendido: number;
};

/** Live lines of the stretch of time by interés and person: how many, their seats and their money. */
const lineas = (tramo: Tramo): RawBuilder<unknown> => sql`
  select interes_id, cliente_id, count(*) as n, sum(cantidad) as cupos, sum(total) as vendido
  from inscripcion l join taller on taller.id = l.taller_id
  where anulada_en is null and ${within('l.creado_en', tramo)} group by 1, 2
  union all
  select interes_id, cliente_id, count(*), count(*), sum(total)
  from inscripcion_curso l join curso on curso.id = l.curso_id
  where anulada_en is null and ${within('l.creado_en', tramo)} group by 1, 2`;

/** Enrolments in talleres and cursos made in the stretch of time and still live, by interés, the most first. */
export async function selectCategorias(db: Db, tramo: Tramo): Promise<CategoriaRow[]> {
  const { rows } = await sql<CategoriaRow>`
    select case when i.id is null then null
        else json_build_object('id', i.id, 'nombre', i.nombre, 'color', i.color) end as interes,
      inscripciones, cupos, personas, vendido
    from (
      select interes_id, sum(n)::bigint as inscripciones, sum(cupos)::bigint as cupos, count(*) as personas,
        sum(vendido)::bigint as vendido
      from (
        select interes_id, cliente_id, sum(n) as n, sum(cupos) as cupos, sum(vendido) as vendido
        from (${lineas(tramo)}) linea group by 1, 2
      ) persona group by 1
    ) categoria left join interes i on i.id = interes_id
    order by inscripciones desc, i.id`.execute(db);
  return rows;
}
