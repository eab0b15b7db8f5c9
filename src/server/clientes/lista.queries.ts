import { type RawBuilder, sql } from 'kysely';
import type { ClienteItem } from '#contract/clientes.ts';
import type { InteresRef } from '#contract/intereses.ts';
import type { Db } from '../core/db/connect.ts';
import { type Filtros, filterClientes, type Position } from './filtros.queries.ts';

/** How far a total is counted. */
export const MAX_TOTAL = 10_000;

export type PageQuery = {
  filtros: Filtros;
  zone: string;
  position: Position;
  /** Rows wanted, one more than the page so that a next page is seen. */
  limit: number;
};

type Item = Omit<ClienteItem, 'intereses'> & { intereses: number[] };
export type PageRow = {
  /** Counted up to MAX_TOTAL + 1; null when the known total still holds, or none was asked for. */
  total: number | null;
  snapshot: string;
  items: Item[];
  intereses: InteresRef[];
};

/** As many as are counted; the order of those left out is not known. */
function hits({ filtros, zone, position }: PageQuery) {
  const where = filterClientes(filtros, zone, 'BY_INDEX');
  return sql`select ${position.columns} from cliente c where ${where}
    limit ${sql.lit(MAX_TOTAL + 1)}`;
}

// A limit in the text and not among the values lets PostgreSQL keep one plan for all values.
const inOrder = (from: string, where: RawBuilder<boolean>, { position, limit }: PageQuery) =>
  sql`select ${position.columns} from ${sql.table(from)} c where ${where} and ${position.after}
    order by ${position.by} limit ${sql.lit(limit)}`;

/**
 * The page out of all that match: best when they are few. More than MAX_TOTAL are not sorted but read
 * in their order until the page is full.
 */
function pageOfHits(query: PageQuery) {
  const few = sql<boolean>`(select total <= ${sql.lit(MAX_TOTAL)} from counted)`;
  const rowByRow = filterClientes(query.filtros, query.zone, 'ROW_BY_ROW');
  return {
    ctes: sql`hits as materialized (${hits(query)}),
      counted as materialized (select count(*)::int as total from hits),
      page as materialized (
        (${inOrder('hits', few, query)})
        union all
        (${inOrder('cliente', sql`not ${few} and ${rowByRow}`, query)})
      )`,
    total: sql`(select total from counted)`,
  };
}

/** The page read in its order until it is full: best when many match. */
function pageInOrder(query: PageQuery) {
  const rowByRow = filterClientes(query.filtros, query.zone, 'ROW_BY_ROW');
  return { ctes: sql`page as materialized (${inOrder('cliente', rowByRow, query)})` };
}

/** The total, only when a transaction that the given snapshot does not see changed what there is to count. */
function stillHolds(query: PageQuery, snapshot: string) {
  return sql`case when exists (
        select from cliente_cambio where xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
          and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot))
      then (select count(*)::int from (${hits(query)}) hits) end`;
}

/** How a page comes by its total: counted, proved by a snapshot under which it was counted, or not at all. */
export type Counting = 'COUNT' | { snapshot: string } | 'NO_TOTAL';

function howToRead(query: PageQuery, counting: Counting) {
  if (counting === 'COUNT') return pageOfHits(query);
  if (counting === 'NO_TOTAL') return { ...pageInOrder(query), total: sql`null` };
  return { ...pageInOrder(query), total: stillHolds(query, counting.snapshot) };
}

/** A page with its total, in one statement and so of one moment. */
export async function selectPage(db: Db, query: PageQuery, counting: Counting): Promise<PageRow> {
  const { ctes, total } = howToRead(query, counting);
  const { rows } = await sql<PageRow>`
    with ${ctes}
    select ${total} as total, pg_current_snapshot()::text as snapshot,
      coalesce((
        select json_agg(json_build_object(
          'id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos, 'tipo', c.tipo, 'email', c.email,
          'telefono', c.telefono, 'rut', c.rut, 'comuna', c.comuna, 'origen', c.origen,
          'estado', c.estado,
          'empresa', case when c.empresa_id is not null then (
            select json_build_object('id', e.id, 'razonSocial', e.razon_social)
            from empresa e where e.id = c.empresa_id) end,
          'responsable', case when c.responsable_id is not null then (
            select json_build_object('id', u.id, 'nombre', u.name) from usuario u where u.id = c.responsable_id) end,
          'intereses', array(select interes_id from cliente_interes where cliente_id = c.id),
          'ultimaActividadEn', c.ultima_actividad_en, 'creadoEn', c.creado_en
        ) order by ${query.position.by})
        from page join cliente c on c.id = page.id
      ), '[]') as items,
      coalesce((
        select json_agg(json_build_object('id', id, 'nombre', nombre, 'color', color)
          order by nombre collate es) from interes
      ), '[]') as intereses`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a statement without FROM gives one row');
  return row;
}

/** Forgets changes of clientes that no total known to a process is old enough to need. */
export async function deleteOldCambios(db: Db): Promise<void> {
  await sql`delete from cliente_cambio where creado_en < now() - interval '1 day'`.execute(db);
}
