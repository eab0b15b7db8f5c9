import { type RawBuilder, sql } from 'kysely';
import type { ClienteItem } from '#contract/clientes.ts';
import type { InteresRef } from '#contract/intereses.ts';
import type { Db } from '../core/db/connect.ts';
import type { Position } from './filtros.queries.ts';

/** How far a total is counted. */
export const MAX_TOTAL = 10_000;

export type PageQuery = {
  where: RawBuilder<boolean>;
  position: Position;
  /** Rows wanted, one more than the page so that a next page is seen. */
  limit: number;
};

type Item = Omit<ClienteItem, 'intereses'> & { intereses: number[] };
export type PageRow = {
  /** Counted up to MAX_TOTAL + 1; null when the known total still holds. */
  total: number | null;
  snapshot: string;
  items: Item[];
  intereses: InteresRef[];
};

const sortColumns = sql`c.id, c.creado_en, c.apellidos, c.nombres, c.ultima_actividad_en`;

const bounded = (where: RawBuilder<boolean>) =>
  sql`select ${sortColumns} from cliente c where ${where} limit ${sql.lit(MAX_TOTAL + 1)}`;

const inOrder = (from: RawBuilder<unknown>, where: RawBuilder<boolean>, query: PageQuery) =>
  sql`select ${sortColumns} from ${from} where ${where} and ${query.position.after}
    order by ${query.position.by} limit ${query.limit}`;

/**
 * The page out of all that match: best when they are few. More than MAX_TOTAL are not sorted but read
 * in the order of an index.
 */
function pageOfHits(query: PageQuery) {
  const few = sql<boolean>`(select total <= ${sql.lit(MAX_TOTAL)} from counted)`;
  return {
    ctes: sql`hits as materialized (${bounded(query.where)}),
      counted as materialized (select count(*)::int as total from hits),
      page as materialized (
        (${inOrder(sql`hits c`, few, query)})
        union all
        (${inOrder(sql`cliente c`, sql`not ${few} and ${query.where}`, query)})
      )`,
    total: sql`(select total from counted)`,
  };
}

/**
 * The page read in the order of an index until it is full: best when many match. They are counted only
 * when a transaction that the given snapshot does not see changed what there is to count.
 */
function pageInOrder(query: PageQuery, snapshot: string) {
  return {
    ctes: sql`page as materialized (${inOrder(sql`cliente c`, query.where, query)})`,
    total: sql`case when exists (
        select from cliente_cambio where xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
          and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot))
      then (select count(*)::int from (${bounded(query.where)}) hits) end`,
  };
}

/** A page with its total, in one statement and so of one moment. */
export async function selectPage(
  db: Db,
  query: PageQuery,
  knownSnapshot: string | undefined,
): Promise<PageRow> {
  const { ctes, total } = knownSnapshot ? pageInOrder(query, knownSnapshot) : pageOfHits(query);
  const { rows } = await sql<PageRow>`
    with ${ctes},
    tags as materialized (
      select cliente_id, array_agg(interes_id) as ids from cliente_interes
      where cliente_id = any(array(select id from page)) group by cliente_id
    )
    select ${total} as total, pg_current_snapshot()::text as snapshot,
      coalesce((
        select json_agg(json_build_object(
          'id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos, 'tipo', c.tipo, 'email', c.email,
          'telefono', c.telefono, 'rut', c.rut, 'comuna', c.comuna, 'origen', c.origen,
          'estado', c.estado,
          'empresa', case when e.id is not null
            then json_build_object('id', e.id, 'razonSocial', e.razon_social) end,
          'intereses', coalesce(tags.ids, '{}'),
          'ultimaActividadEn', c.ultima_actividad_en, 'creadoEn', c.creado_en
        ) order by ${query.position.by})
        from page join cliente c on c.id = page.id
        left join empresa e on e.id = c.empresa_id
        left join tags on tags.cliente_id = c.id
      ), '[]') as items,
      coalesce((
        select json_agg(json_build_object('id', id, 'nombre', nombre, 'color', color)
          order by normalizar(nombre)) from interes
        where id in (select unnest(ids) from tags)
      ), '[]') as intereses`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a statement without FROM gives one row');
  return row;
}

/** Forgets changes of clientes that no total known to a process is old enough to need. */
export async function deleteOldCambios(db: Db): Promise<void> {
  await sql`delete from cliente_cambio where creado_en < now() - interval '1 day'`.execute(db);
}
