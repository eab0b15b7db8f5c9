import { type RawBuilder, sql } from 'kysely';
import { searchPatterns, searchTerms } from '../core/text.ts';

/** How a search is done: by the trigram index, or on each row that another order brings. */
export type Search = 'BY_INDEX' | 'ROW_BY_ROW';

/** What the row of `c`, a cliente, must contain to match a search. */
export function contains(text: string, search: Search): RawBuilder<boolean>[] {
  return search === 'BY_INDEX'
    ? searchPatterns(text).map((pattern) => sql`c.busqueda like ${pattern}`)
    : searchTerms(text).map((term) => sql`strpos(c.busqueda, ${term}) > 0`);
}
