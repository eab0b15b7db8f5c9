import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import type { Tramo } from '../core/time.ts';
import { within } from './contexto.queries.ts';

export type CategoriaRow = {
  interes: { id: number; nombre: string; color: string } | null;
  inscripciones: number;
  cupos: number;
  personas: number;
  /** In pesos, discounts taken off. */
  vendido: number;
};

/** Live lines of talleres and cursos made in the stretch of time. */
const lineas = (tramo: Tramo): RawBuilder<unknown> => sql`
  select interes_id, cliente_id, cantidad, total
  from inscripcion l join taller on taller.id = l.taller_id
  where anulada_en is null and ${within('l.creado_en', tramo)}
  union all
  select interes_id, cliente_id, 1, total
  from inscripcion_curso l join curso on curso.id = l.curso_id
  where anulada_en is null and ${within('l.creado_en', tramo)}`;

const interes = sql`case when i.id is null then null
  else json_build_object('id', i.id, 'nombre', i.nombre, 'color', i.color) end as interes`;

/** Enrolments in talleres and cursos made in the stretch of time and still live, by interés, the most first. */
export async function selectCategorias(db: Db, tramo: Tramo): Promise<CategoriaRow[]> {
  const { rows } = await sql<CategoriaRow>`
    select ${interes}, inscripciones, cupos, personas, vendido
    from (
      select interes_id, sum(n)::bigint as inscripciones, sum(cupos)::bigint as cupos, count(*) as personas,
        sum(vendido)::bigint as vendido
      from (
        select interes_id, cliente_id, count(*) as n, sum(cantidad) as cupos, sum(total) as vendido
        from (${lineas(tramo)}) linea group by 1, 2
      ) persona group by 1
    ) categoria left join interes i on i.id = interes_id
    order by inscripciones desc, i.id`.execute(db);
  return rows;
}

export type VendidoRow = Pick<CategoriaRow, 'interes' | 'inscripciones' | 'vendido'>;

/** The same without counting people, which is most of the work. */
export async function sumCategorias(db: Db, tramo: Tramo): Promise<VendidoRow[]> {
  const { rows } = await sql<VendidoRow>`
    select ${interes}, inscripciones, vendido
    from (
      select interes_id, count(*) as inscripciones, sum(total)::bigint as vendido
      from (${lineas(tramo)}) linea group by 1
    ) categoria left join interes i on i.id = interes_id
    order by inscripciones desc, i.id`.execute(db);
  return rows;
}
