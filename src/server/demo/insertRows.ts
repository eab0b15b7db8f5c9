import type pg from 'pg';

const BATCH = 5_000;
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type ColumnTypes = Map<string, string>;
const known = new WeakMap<pg.ClientBase, Map<string, Promise<ColumnTypes>>>();

function columnTypes(client: pg.ClientBase, table: string): Promise<ColumnTypes> {
  const tables = known.get(client) ?? new Map<string, Promise<ColumnTypes>>();
  known.set(client, tables);
  const types =
    tables.get(table) ??
    client
      .query<{ name: string; type: string }>(
        `select attname as name, format_type(atttypid, atttypmod) as type
         from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [table],
      )
      .then(({ rows }) => new Map(rows.map((row) => [row.name, row.type])));
  tables.set(table, types);
  return types;
}

/**
 * Inserts many rows with one statement for each five thousand, identity columns included. All rows
 * have the keys of the first, named like the columns in camelCase; instants are ISO 8601 text.
 */
export async function insertRows<T extends object>(
  client: pg.ClientBase,
  table: string,
  rows: readonly T[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const types = await columnTypes(client, table);
  const keys = Object.keys(first) as (keyof T & string)[];
  const columns = keys.map(snake);
  const arrays = columns.map((column, i) => `$${i + 1}::${types.get(column)}[]`);
  const text = `insert into ${table} (${columns.join(', ')}) overriding system value
    select * from unnest(${arrays.join(', ')})`;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await client.query(
      text,
      keys.map((key) => batch.map((row) => row[key])),
    );
  }
}
