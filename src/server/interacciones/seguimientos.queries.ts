import { sql } from 'kysely';
import type { z } from 'zod';
import type { listSeguimientos } from '#contract/interacciones.ts';
import type { Db } from '../core/db/connect.ts';
import { addDays } from '../core/time.ts';
import { type InteraccionRow, interaccionJson } from './interacciones.queries.ts';

type Query = z.output<typeof listSeguimientos.query>;
type Cuando = NonNullable<Query['cuando']>[number];
export type FiltrosSeguimientos = {
  /** An id of a user, or null for those of nobody; absent for all. */
  responsable?: string | null | undefined;
  cuando?: Cuando[] | undefined;
  cliente?: number | undefined;
};

const pendiente = sql`i.seguimiento_en is not null and i.seguimiento_hecho_en is null`;

/** The dates of some of these, from the first to before the second; those that touch make one. */
function rangesOf(cuando: Cuando[], today: string): [string, string][] {
  const edges = ['-infinity', today, addDays(today, 1), addDays(today, 2), 'infinity'];
  const ranges: [string, string][] = [];
  for (const [i, one] of (['ATRASADO', 'HOY', 'MANANA', 'DESPUES'] as const).entries()) {
    const [from = '', to = ''] = edges.slice(i, i + 2);
    const last = ranges.at(-1);
    if (!cuando.includes(one)) continue;
    if (last?.[1] === from) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}

function conditions({ responsable, cuando, cliente }: FiltrosSeguimientos, today: string) {
  const and = [pendiente];
  if (responsable === null) and.push(sql`i.seguimiento_responsable_id is null`);
  else if (responsable) and.push(sql`i.seguimiento_responsable_id = ${responsable}::uuid`);
  if (cliente) and.push(sql`i.cliente_id = ${cliente}`);
  if (cuando?.length) {
    const within = ([from, to]: [string, string]) =>
      sql`(i.seguimiento_en >= ${from}::date and i.seguimiento_en < ${to}::date)`;
    const ranges = rangesOf(cuando, today);
    // The whole span as well, for an index knows no holes.
    and.push(within([ranges[0]?.[0] ?? 'infinity', ranges.at(-1)?.[1] ?? 'infinity']));
    if (ranges.length > 1) and.push(sql`(${sql.join(ranges.map(within), sql` or `)})`);
  }
  return sql.join(and, sql` and `);
}

export type Position = { fecha: string; id: number } | undefined;

/** What is to be done and is not done, the most overdue first, from after a position. */
export async function selectSeguimientos(
  db: Db,
  filtros: FiltrosSeguimientos,
  { today, after, limit }: { today: string; after: Position; limit: number },
): Promise<InteraccionRow[]> {
  const next = after
    ? sql`(i.seguimiento_en, i.id) > (${after.fecha}::date, ${after.id}::bigint)`
    : sql`true`;
  // Told so, PostgreSQL sees that the index of whose they are also gives the order for those of nobody.
  const order =
    filtros.responsable === null
      ? sql`i.seguimiento_responsable_id, i.seguimiento_en, i.id`
      : sql`i.seguimiento_en, i.id`;
  const { rows } = await sql<{ interaccion: InteraccionRow }>`
    select ${interaccionJson} as interaccion from (
      select i.* from interaccion i where ${conditions(filtros, today)} and ${next}
      order by ${order} limit ${limit}
    ) i order by i.seguimiento_en, i.id`.execute(db);
  return rows.map((row) => row.interaccion);
}

/** How many match, counted up to a maximum. */
export async function countSeguimientos(
  db: Db,
  filtros: FiltrosSeguimientos,
  { today, max }: { today: string; max: number },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from interaccion i where ${conditions(filtros, today)} limit ${max}
    ) hits`.execute(db);
  return rows[0]?.n ?? 0;
}
