import { sql } from 'kysely';
import type { Hoja } from '#contract/condicion.ts';
import {
  all,
  between,
  type Entorno,
  idIn,
  ids,
  ofThose,
  type Parte,
  type Sql,
  unionAll,
  within,
} from '../parte.queries.ts';

type De<C extends Hoja['campo']> = Extract<Hoja, { campo: C }>;

/** Who was marked so in the roll call, in any of their seats; the time is that of the taller. */
export function asistencia(
  { estado, talleres, cuando }: De<'asistencia'>,
  entorno: Entorno,
): Parte {
  return ids(sql`select i.cliente_id from asistencia a
    join inscripcion i on i.id = a.inscripcion_id
    ${cuando ? sql`join taller t on t.id = i.taller_id` : sql``}
    where ${all([
      sql`a.estado = ${estado} and i.anulada_en is null`,
      idIn(sql`i.taller_id`, talleres),
      within(sql`t.inicia_en`, cuando, entorno),
      ofThose(sql`i.cliente_id`, entorno),
    ])}`);
}

/** Who waits for a seat, or was offered one and has not answered. */
export function espera({ talleres }: De<'espera'>, entorno: Entorno): Parte {
  return ids(
    sql`select e.cliente_id from espera e where ${all([
      sql`e.estado in ('ESPERANDO', 'OFRECIDA')`,
      idIn(sql`e.taller_id`, talleres),
      ofThose(sql`e.cliente_id`, entorno),
    ])}`,
  );
}

/** Who gave so many stars, published or not. Those of talleres and of cursos have each an index by person. */
export function resena({ cuando, ...estrellas }: De<'resena'>, entorno: Entorno): Parte {
  const of = (what: Sql) =>
    sql`select r.cliente_id from resena r where ${all([
      sql`${what} is not null`,
      between(sql`r.estrellas`, estrellas),
      within(sql`r.creado_en`, cuando, entorno),
      ofThose(sql`r.cliente_id`, entorno),
    ])}`;
  return ids(unionAll([of(sql`r.taller_id`), of(sql`r.curso_id`)]));
}
