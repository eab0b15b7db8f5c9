import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { slugify } from '../text.ts';
import type { Trx } from './connect.ts';
import type { DB } from './types.gen.ts';

type ConSlug = { [T in keyof DB]: 'slug' extends keyof DB[T] ? T : never }[keyof DB];

/**
 * The address of a new page: `text` as an address, or the name of the table when nothing is left of it, then `end`
 * if there is one, and a random end when another page has it. One that is taken at the same moment makes `transaction` begin again.
 */
export async function freeSlug(
  trx: Trx,
  table: ConSlug,
  text: string,
  end?: string,
): Promise<string> {
  const base = [slugify(text) || table, end].filter(Boolean).join('-');
  const { rows } = await sql`select from ${sql.table(table)} where slug = ${base}`.execute(trx);
  return rows.length > 0 ? `${base}-${randomInt(36 ** 4, 36 ** 5).toString(36)}` : base;
}
