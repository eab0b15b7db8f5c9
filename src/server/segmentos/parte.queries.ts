import { type RawBuilder, sql } from 'kysely';
import type { Cuando } from '#contract/condicion.ts';
import { addDays, dayStart } from '../core/time.ts';
import type { Search } from './texto.queries.ts';

export type Sql = RawBuilder<unknown>;

/** What a condition is read against: `today` is a local date of the zone. */
export type Entorno = {
  zone: string;
  today: string;
  /** How text is searched; by the trigram index unless told. */
  search?: Search | undefined;
  /** Only people with an id after the one and up to the other are asked about: nothing else need be read. */
  entre?: { after: number; end: number } | undefined;
};

/**
 * A condition on `c`, a cliente, in the form that PostgreSQL answers best: LOCAL looks at its row alone, IDS selects
 * the ids of those who meet it (repeated ones do no harm), MENOS those of all who do not, PRED asks something of
 * other tables.
 */
export type Parte = { tipo: 'LOCAL' | 'IDS' | 'MENOS' | 'PRED'; sql: Sql };

export const local = (condition: Sql): Parte => ({ tipo: 'LOCAL', sql: condition });
export const ids = (select: Sql): Parte => ({ tipo: 'IDS', sql: select });
export const allBut = (select: Sql): Parte => ({ tipo: 'MENOS', sql: select });
export const pred = (condition: Sql): Parte => ({ tipo: 'PRED', sql: condition });

/** All of the conditions; without any, true. */
export function all(conditions: readonly (Sql | undefined)[]): Sql {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length > 0 ? sql`(${sql.join(given, sql` and `)})` : sql`true`;
}

/** Any of the selects, of which there is one at least. */
export const unionAll = (selects: readonly Sql[]): Sql => sql.join(selects, sql` union all `);

/** That an instant lies within a time; undefined where none is given. */
export function within(
  column: Sql,
  cuando: Cuando | undefined,
  { zone, today }: Entorno,
): Sql | undefined {
  if (!cuando) return undefined;
  const { from, to } = limits(cuando, today);
  return all([
    from ? sql`${column} >= ${dayStart(from, zone)}` : undefined,
    to ? sql`${column} < ${dayStart(to, zone)}` : undefined,
  ]);
}

/** The first local day, and the one after the last. */
function limits(cuando: Cuando, today: string): { from?: string | undefined; to?: string } {
  if ('ultimosDias' in cuando) {
    return { from: addDays(today, 1 - cuando.ultimosDias), to: addDays(today, 1) };
  }
  if ('haceMasDeDias' in cuando) return { to: addDays(today, -cuando.haceMasDeDias) };
  const { desde, hasta } = cuando;
  return { from: desde, ...(hasta ? { to: addDays(hasta, 1) } : {}) };
}

/** That a number lies between the two, both included; undefined where neither is given. */
export function between(
  value: Sql,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): Sql | undefined {
  if (min === undefined && max === undefined) return undefined;
  return all([
    min === undefined ? undefined : sql`${value} >= ${min}::bigint`,
    max === undefined ? undefined : sql`${value} <= ${max}::bigint`,
  ]);
}

/** One of the values of a text column; undefined where none is given. */
export function oneOf(column: Sql, values: readonly string[] | undefined): Sql | undefined {
  return values?.length ? sql`${column} = any(${values}::text[])` : undefined;
}

/** One of the ids; undefined where none is given. */
export function idIn(column: Sql, values: readonly number[] | undefined): Sql | undefined {
  return values?.length ? sql`${column} = any(${values}::bigint[])` : undefined;
}

/** That a column with the id of a cliente is of those asked about. */
export function ofThose(column: Sql, { entre }: Entorno): Sql | undefined {
  return entre && sql`${column} > ${entre.after} and ${column} <= ${entre.end}`;
}
