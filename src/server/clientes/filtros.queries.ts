import { type RawBuilder, sql } from 'kysely';
import type { FiltrosClientes } from '#contract/clientes.ts';
import type { Condicion } from '#contract/condicion.ts';
import { decodeCursor, type Kind } from '../core/http/cursor.ts';
import { addDays, dayStart } from '../core/time.ts';
import { compileCondicion } from '../segmentos/compilar.queries.ts';
import { contains, type Search } from '../segmentos/texto.queries.ts';

/** What narrows a list of clientes: all but its order and its page. */
export type Filtros = Omit<
  FiltrosClientes,
  'orden' | 'limite' | 'cursor' | 'responsable' | 'segmento'
> & {
  /** An id of a user, or null for those of nobody. */
  responsable?: string | null | undefined;
  /** What a segment says, and the local date from which it counts back. */
  segmento?: { condicion: Condicion; today: string } | undefined;
};

/** One value as equality, so that an index beginning with that column also gives the order. */
function oneOf<T extends string>(column: string, values: readonly T[]): RawBuilder<boolean> {
  return values.length === 1
    ? sql`${sql.ref(column)} = ${values[0]}`
    : sql`${sql.ref(column)} = any(${values}::text[])`;
}

/** The condition on `c`, a cliente; dates are local ones of the zone, both included. */
export function filterClientes(
  filtros: Filtros,
  zone: string,
  search: Search,
): RawBuilder<boolean> {
  const { q, estado, tipo, interes, origen, comuna, empresa, creadoDesde, creadoHasta } = filtros;
  const { responsable, segmento, ids } = filtros;
  const conditions: RawBuilder<boolean>[] = contains(q ?? '', search);
  if (estado?.length) conditions.push(oneOf('c.estado', estado));
  if (tipo) conditions.push(sql`c.tipo = ${tipo}`);
  if (origen?.length) conditions.push(oneOf('c.origen', origen));
  if (comuna) conditions.push(sql`c.comuna = ${comuna}`);
  if (empresa) conditions.push(sql`c.empresa_id = ${empresa}`);
  if (responsable === null) conditions.push(sql`c.responsable_id is null`);
  else if (responsable) conditions.push(sql`c.responsable_id = ${responsable}::uuid`);
  if (creadoDesde) conditions.push(sql`c.creado_en >= ${dayStart(creadoDesde, zone)}`);
  if (creadoHasta) conditions.push(sql`c.creado_en < ${dayStart(addDays(creadoHasta, 1), zone)}`);
  if (interes?.length) {
    conditions.push(sql`exists (select from cliente_interes ci
      where ci.cliente_id = c.id and ci.interes_id = any(${interes}::bigint[]))`);
  }
  if (ids) conditions.push(sql`c.id = any(${ids}::bigint[])`);
  if (segmento) {
    conditions.push(compileCondicion(segmento.condicion, { ...segmento, zone, search }));
  }
  return conditions.length ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`;
}

type Row = {
  id: number;
  nombres: string;
  apellidos: string;
  creadoEn: string;
  ultimaActividadEn: string | null;
};
type Key = string | number | null;
export type Orden = NonNullable<FiltrosClientes['orden']>;
type Order = {
  /** The columns that the order needs, of `c`. */
  columns: RawBuilder<unknown>;
  by: RawBuilder<unknown>;
  kinds: Kind[];
  keys: (row: Row) => Key[];
  after: (keys: Key[]) => RawBuilder<boolean>;
};

const creado = {
  columns: sql`c.id, c.creado_en`,
  kinds: ['instant', 'number'],
  keys: (r) => [r.creadoEn, r.id],
} satisfies Partial<Order>;
const nombre = {
  columns: sql`c.id, c.apellidos, c.nombres`,
  kinds: ['text', 'text', 'number'],
  keys: (r) => [r.apellidos, r.nombres, r.id],
} satisfies Partial<Order>;
const porNombre = sql`(c.apellidos collate es, c.nombres collate es, c.id)`;
const actividad = sql`coalesce(c.ultima_actividad_en, '-infinity'::timestamptz)`;

/** Each order on `c`, always ending with the id, and the condition of what comes after a row. */
const orders: Record<Orden, Order> = {
  '-creadoEn': {
    ...creado,
    by: sql`c.creado_en desc, c.id desc`,
    after: (keys) => sql`(c.creado_en, c.id) < (${sql.join(keys)})`,
  },
  creadoEn: {
    ...creado,
    by: sql`c.creado_en, c.id`,
    after: (keys) => sql`(c.creado_en, c.id) > (${sql.join(keys)})`,
  },
  apellidos: {
    ...nombre,
    by: sql`c.apellidos collate es, c.nombres collate es, c.id`,
    after: (keys) => sql`${porNombre} > (${sql.join(keys)})`,
  },
  '-apellidos': {
    ...nombre,
    by: sql`c.apellidos collate es desc, c.nombres collate es desc, c.id desc`,
    after: (keys) => sql`${porNombre} < (${sql.join(keys)})`,
  },
  '-ultimaActividadEn': {
    columns: sql`c.id, c.ultima_actividad_en`,
    kinds: ['instant', 'number'],
    keys: (r) => [r.ultimaActividadEn, r.id],
    by: sql`${actividad} desc, c.id desc`,
    after: ([last, id]) => sql`(${actividad}, c.id) < (${last ?? '-infinity'}, ${id})`,
  },
};

export type Position = {
  columns: RawBuilder<unknown>;
  by: RawBuilder<unknown>;
  after: RawBuilder<boolean>;
  keysOf: (row: Row) => Key[];
};

/** @throws {AppError} CURSOR_INVALIDO */
export function positionOf(orden: Orden, cursor: string | undefined): Position {
  const { columns, by, kinds, keys, after } = orders[orden];
  return {
    columns,
    by,
    keysOf: keys,
    after: cursor ? after(decodeCursor(cursor, orden, kinds)) : sql`true`,
  };
}
