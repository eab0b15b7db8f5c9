import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { filtrosInteracciones } from '#contract/interacciones.ts';
import type { Db } from '../core/db/connect.ts';
import { searchPatterns, searchTerms } from '../core/text.ts';
import { addDays, dayStart } from '../core/time.ts';
import { type InteraccionRow, interaccionJson } from './interacciones.queries.ts';

/** How far a total is counted. */
export const MAX_TOTAL = 10_000;
/** From so many people of a name on, the interacciones are asked whose they are. */
const MAX_PERSONAS = 2_000;

/** What narrows the list; `responsable` is an id of a user, dates are local to the business. */
export type Filtros = Omit<
  z.output<typeof filtrosInteracciones>,
  'orden' | 'limite' | 'cursor' | 'responsable'
> & { responsable?: string | undefined };
export type Orden = NonNullable<z.output<typeof filtrosInteracciones>['orden']>;
type Condition = RawBuilder<unknown>;

/** One value as equality, so that an index beginning with that column also gives the order. */
const oneOf = (column: Condition, values: readonly string[]) =>
  values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values}::text[])`;

/** All but the search, on `i`. */
function narrow(filtros: Filtros, zone: string): Condition {
  const { cliente, empresa, tipo, resultado, responsable, desde, hasta } = filtros;
  const and: Condition[] = [sql`true`];
  if (cliente) and.push(sql`i.cliente_id = ${cliente}`);
  if (empresa) {
    and.push(sql`i.cliente_id = any(array(select id from cliente where empresa_id = ${empresa}))`);
  }
  if (tipo?.length) and.push(oneOf(sql`i.tipo`, tipo));
  if (resultado?.length) and.push(oneOf(sql`i.resultado`, resultado));
  if (responsable) and.push(sql`i.responsable_id = ${responsable}::uuid`);
  if (desde) and.push(sql`i.fecha >= ${dayStart(desde, zone)}::timestamptz`);
  if (hasta) and.push(sql`i.fecha < ${dayStart(addDays(hasta, 1), zone)}::timestamptz`);
  return sql.join(and, sql` and `);
}

const all = (conditions: Condition[]) => sql`(${sql.join(conditions, sql` and `)})`;

/** As many as are counted of those that match; which of them, is not said. */
function hits(q: string | undefined, condition: Condition): Condition {
  const from = (where: Condition) => sql`select i.id, i.fecha from interaccion i
    where ${condition} and ${where} limit ${sql.lit(MAX_TOTAL + 1)}`;
  if (!q) return from(sql`true`);
  const like = (column: Condition) =>
    all(searchPatterns(q).map((pattern) => sql`${column} like ${pattern}`));
  return sql`select id, fecha from (
      (${from(like(sql`i.busqueda`))}) union
      (${from(sql`i.cliente_id = any(array(select c.id from cliente c where ${like(sql`c.busqueda`)}
        limit ${sql.lit(MAX_PERSONAS)}))`)})
    ) una limit ${sql.lit(MAX_TOTAL + 1)}`;
}

/** The search, asked of each row that an order brings. */
function matches(q: string | undefined): Condition {
  if (!q) return sql`true`;
  const within = (column: Condition) =>
    all(searchTerms(q).map((term) => sql`strpos(${column}, ${term}) > 0`));
  return sql`(${within(sql`i.busqueda`)} or exists (
    select from cliente c where c.id = i.cliente_id and ${within(sql`c.busqueda`)}))`;
}

export type Position = { at: string; id: number } | undefined;
type Page = { zone: string; orden: Orden; after: Position; limit: number };

/**
 * A page and how many match, up to MAX_TOTAL + 1. Few matches of a search are sorted; of many, the page is read
 * in their order until it is full.
 */
export async function selectInteracciones(
  db: Db,
  { q, ...filtros }: Filtros,
  { zone, orden, after, limit }: Page,
): Promise<{ items: InteraccionRow[]; total: number }> {
  const condition = narrow(filtros, zone);
  const down = orden === '-fecha';
  const by = down ? sql`i.fecha desc, i.id desc` : sql`i.fecha, i.id`;
  const next = after
    ? sql`(i.fecha, i.id) ${down ? sql`<` : sql`>`} (${after.at}::timestamptz, ${after.id}::bigint)`
    : sql`true`;
  const inOrder = (from: string, where: Condition) =>
    sql`select i.id, i.fecha from ${sql.table(from)} i where ${where} and ${next}
      order by ${by} limit ${sql.lit(limit)}`;
  const few = q ? sql`(select total <= ${sql.lit(MAX_TOTAL)} from counted)` : sql`false`;
  const { rows } = await sql<{ items: InteraccionRow[]; total: number }>`
    with hits as materialized (${hits(q, condition)}),
      counted as materialized (select count(*)::int as total from hits),
      page as materialized (
        (${inOrder('hits', few)}) union all
        (${inOrder('interaccion', sql`not ${few} and ${condition} and ${matches(q)}`)})
      )
    select (select total from counted) as total,
      coalesce((select json_agg(${interaccionJson} order by ${by})
        from page join interaccion i on i.id = page.id), '[]') as items`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a statement without FROM gives one row');
  return row;
}
