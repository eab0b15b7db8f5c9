import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { type Fuente, fuentes } from './fuentes.queries.ts';

/** Whose timeline it is. */
export type Sujeto = { cliente: number } | { empresa: number };

/** The last event seen: `fuente` is the place of its source. */
export type Position = { en: string; fuente: number; id: number };

export type Page = {
  /** The sources that who looks may see and asked for. */
  de: readonly Fuente[];
  after: Position | undefined;
  /** Instants: from the first on, before the second. */
  desde: string | undefined;
  antes: string | undefined;
  /** Rows wanted, one more than the page so that a next page is seen. */
  limit: number;
};

export type SucesoRow = {
  fuente: number;
  id: number;
  en: string;
  datos: unknown;
  cliente: { id: number; nombres: string; apellidos: string } | null;
};

type Select = RawBuilder<unknown>;

/** What of a source comes next, as far as the page could need it. The same words for every page: one plan serves all. */
function next(fuente: Fuente, filas: Select, whose: Select, page: Page): Select {
  const { en, fuente: place, id } = page.after ?? { en: 'infinity', fuente: -1, id: 0 };
  const rank = sql.lit(fuentes.indexOf(fuente));
  return sql`select ${rank} as fuente, f.id, f.en, f.cliente_id from (${filas}) f
    where ${whose} and f.en >= ${page.desde ?? '-infinity'}::timestamptz
      and f.en < ${page.antes ?? 'infinity'}::timestamptz and f.en <= ${en}::timestamptz
      and (f.en < ${en}::timestamptz or ${rank} > ${place}::int or (${rank} = ${place}::int and f.id < ${id}::bigint))
    order by f.en desc, f.id desc limit ${sql.lit(page.limit)}`;
}

/** Of a company: what its contacts did, each by an index, and the sales that it pays though another made them. */
function ofEmpresa(fuente: Fuente, empresa: number, page: Page): Select[] {
  const ofContacts = sql`select f.* from contactos p
    cross join lateral (${next(fuente, fuente.filas, sql`f.cliente_id = p.id`, page)}) f`;
  if (!fuente.aCargo) return [ofContacts];
  const others = sql`f.empresa_id = ${empresa} and f.cliente_id not in (select id from contactos)`;
  return [ofContacts, next(fuente, fuente.aCargo, others, page)];
}

/** The events of a timeline that come next, the newest first, each with what is known of it. */
export async function selectBitacora(db: Db, sujeto: Sujeto, page: Page): Promise<SucesoRow[]> {
  const branches = page.de.flatMap((fuente) =>
    'cliente' in sujeto
      ? [next(fuente, fuente.filas, sql`f.cliente_id = ${sujeto.cliente}`, page)]
      : ofEmpresa(fuente, sujeto.empresa, page),
  );
  const contactos =
    'empresa' in sujeto
      ? sql`with contactos as materialized (select id from cliente where empresa_id = ${sujeto.empresa})`
      : sql``;
  const cliente =
    'empresa' in sujeto
      ? sql`(select json_build_object('id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos)
          from cliente c where c.id = t.cliente_id)`
      : sql`null::json`;
  const tellings = page.de.map(
    (fuente) => sql`when ${sql.lit(fuentes.indexOf(fuente))} then (${fuente.datos})`,
  );
  const { rows } = await sql<SucesoRow>`
    ${contactos}
    select t.fuente, t.id, t.en, ${cliente} as cliente,
      case t.fuente ${sql.join(tellings, sql` `)} end as datos
    from (
      select * from (${sql.join(
        branches.map((branch) => sql`(${branch})`),
        sql` union all `,
      )}) todo order by en desc, fuente, id desc limit ${sql.lit(page.limit)}
    ) t order by t.en desc, t.fuente, t.id desc`.execute(db);
  return rows;
}

export async function existsSujeto(db: Db, sujeto: Sujeto): Promise<boolean> {
  const [table, id] =
    'cliente' in sujeto
      ? (['cliente', sujeto.cliente] as const)
      : (['empresa', sujeto.empresa] as const);
  const row = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}
