import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { filtrosInteracciones } from '#contract/interacciones.ts';
import type { Db } from '../core/db/connect.ts';
import { searchPatterns, searchTerms } from '../core/text.ts';
import { addDays, dayStart } from '../core/time.ts';
import { type InteraccionRow, interaccionJson } from './interacciones.queries.ts';

/** How far a total is counted. */
export const MAX_TOTAL = 10_000;
/** From so many people found on, the interacciones are asked whose they are, and not all are counted. */
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

const like = (column: Condition, q: string) =>
  all(searchPatterns(q).map((pattern) => sql`${column} like ${pattern}`));

/** The people whose interacciones a search finds: one more than are looked at one by one. */
const personas = (q: string | undefined): Condition => sql`select c.id from cliente c
  where ${q ? like(sql`c.busqueda`, q) : sql`false`} limit ${sql.lit(MAX_PERSONAS + 1)}`;

/** As many as are counted of those that match, by what was said or by who; which of them, is not told. */
function hits(q: string | undefined, condition: Condition): Condition {
  const from = (where: Condition) => sql`select i.id, i.fecha from interaccion i
    where ${condition} and ${where} limit ${sql.lit(MAX_TOTAL + 1)}`;
  if (!q) return from(sql`true`);
  return sql`select id, fecha from (
      (${from(like(sql`i.busqueda`, q))}) union
      (${from(sql`i.cliente_id = any(array(select id from personas))`)})
    ) una limit ${sql.lit(MAX_TOTAL + 1)}`;
}

/** In place of what is counted where nobody asks; a search needs its count to know how to be read. */
const uncounted = sql`select id, fecha from interaccion where false`;

/** The search, asked of each row that an order brings. */
function matches(q: string | undefined): Condition {
  if (!q) return sql`true`;
  const within = (column: Condition) =>
    all(searchTerms(q).map((term) => sql`strpos(${column}, ${term}) > 0`));
  // Asked as a value: `exists` may first look through all people.
  return sql`(${within(sql`i.busqueda`)} or (
    select ${within(sql`c.busqueda`)} from cliente c where c.id = i.cliente_id))`;
}

export type Position = { at: string; id: number } | undefined;
type Page = { zone: string; orden: Orden; after: Position; limit: number; counted: boolean };

/**
 * A page and how many match, up to MAX_TOTAL + 1; `minimo` says that there may be more than `total`. Few matches
 * of a search are sorted; of many, the page is read in their order until it is full.
 */
export async function selectInteracciones(
  db: Db,
  { q, ...filtros }: Filtros,
  { zone, orden, after, limit, counted }: Page,
): Promise<{ items: InteraccionRow[]; total: number; minimo: boolean }> {
  const condition = narrow(filtros, zone);
  const down = orden === '-fecha';
  const by = down ? sql`i.fecha desc, i.id desc` : sql`i.fecha, i.id`;
  const next = after
    ? sql`(i.fecha, i.id) ${down ? sql`<` : sql`>`} (${after.at}::timestamptz, ${after.id}::bigint)`
    : sql`true`;
  const inOrder = (from: string, where: Condition) =>
    sql`select i.id, i.fecha from ${sql.table(from)} i where ${where} and ${next}
      order by ${by} limit ${sql.lit(limit)}`;
  const few = q ? sql`(select not minimo from counted)` : sql`false`;
  const { rows } = await sql<{ items: InteraccionRow[]; total: number; minimo: boolean }>`
    with personas as materialized (${personas(q)}), hits as materialized (${counted || q ? hits(q, condition) : uncounted}),
      counted as materialized (
        select count(*)::int as total, count(*) > ${sql.lit(MAX_TOTAL)}
          or (select count(*) from personas) > ${sql.lit(MAX_PERSONAS)} as minimo
        from hits
      ),
      page as materialized (
        (${inOrder('hits', few)}) union all
        (${inOrder('interaccion', sql`not ${few} and ${condition} and ${matches(q)}`)})
      )
    select (select total from counted) as total, (select minimo from counted) as minimo,
      coalesce((select json_agg(${interaccionJson} order by ${by})
        from page join interaccion i on i.id = page.id), '[]') as items`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a statement without FROM gives one row');
  return row;
}
