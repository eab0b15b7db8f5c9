import { sql } from 'kysely';
import type { Hoja } from '#contract/condicion.ts';
import {
  all,
  between,
  type Entorno,
  ids,
  local,
  ofThose,
  oneOf,
  type Parte,
  type Sql,
  unionAll,
  within,
} from '../parte.queries.ts';

type Compra = Extract<Hoja, { campo: 'compra' }>;
type Clase = 'TALLER' | 'CURSO' | 'PRODUCTO';

const clases = {
  TALLER: { lineas: 'inscripcion', cosa: 'taller', nombradas: 'talleres' },
  CURSO: { lineas: 'inscripcion_curso', cosa: 'curso', nombradas: 'cursos' },
  PRODUCTO: { lineas: 'venta_producto', cosa: 'producto', nombradas: 'productos' },
} as const;

/**
 * Who bought and did not annul it: any of the things named or that belong to the interests named, of the kinds asked
 * for. `veces` counts sales, however many lines each has.
 */
export function compra(hoja: Compra, entorno: Entorno): Parte {
  const { de = {}, veces } = hoja;
  const wanted = de.clases?.length ? de.clases : (Object.keys(clases) as Clase[]);
  const count = veces && between(sql`count(distinct l.cobro_id)`, veces);
  const columns = count ? sql`l.cliente_id, l.cobro_id` : sql`l.cliente_id`;
  const lines = wanted.flatMap((clase) => linesOf(clase, hoja, columns, entorno) ?? []);
  if (lines.length === 0) return local(sql`false`);
  if (!count) return ids(unionAll(lines));
  return ids(sql`select l.id from (${unionAll(lines)}) l (id, cobro_id)
    group by l.id having ${count}`);
}

/** Columns of the lines of a kind (`l`); undefined when none of this kind is asked for. */
function linesOf(
  clase: Clase,
  { de = {}, estados, cuando }: Compra,
  columns: Sql,
  entorno: Entorno,
): Sql | undefined {
  const { lineas, cosa, nombradas } = clases[clase];
  const named = de[nombradas] ?? [];
  const intereses = de.intereses ?? [];
  const narrows = [de.talleres, de.cursos, de.productos, intereses].some((some) => some?.length);
  if (narrows && named.length === 0 && intereses.length === 0) return undefined;
  const things = narrows
    ? sql`l.${sql.raw(cosa)}_id in (select t.id from ${sql.table(cosa)} t
        where t.id = any(${named}::bigint[]) or t.interes_id = any(${intereses}::bigint[]))`
    : undefined;
  const paid = oneOf(sql`k.estado`, estados);
  return sql`select ${columns} from ${sql.table(lineas)} l
    ${paid ? sql`join cobro k on k.id = l.cobro_id` : sql``}
    where ${all([
      sql`l.anulada_en is null`,
      things,
      paid,
      within(sql`l.creado_en`, cuando, entorno),
      ofThose(sql`l.cliente_id`, entorno),
    ])}`;
}
