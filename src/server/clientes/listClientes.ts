import type { ClienteItem, FiltrosClientes, listClientes } from '#contract/clientes.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db } from '../core/db/connect.ts';
import { jsonInstant } from '../core/db/json.ts';
import { encodeCursor } from '../core/http/cursor.ts';
import { positionOf } from './filtros.queries.ts';
import { MAX_TOTAL, type PageRow, selectPage } from './lista.queries.ts';
import { createTotals } from './totales.ts';

/** From so many matches on, a page is read in the order of an index, and they are not counted each time. */
const MANY = 2_000;

/**
 * Lists clientes page by page. It remembers nothing but large totals, and the database proves each of
 * them in the statement that uses it. The user is who `yo` stands for.
 */
export function createListClientes(db: Db, zone: string) {
  const totals = createTotals();

  return async (
    query: FiltrosClientes,
    usuarioId: string | null = null,
  ): Promise<Answer<typeof listClientes>> => {
    const { orden = '-creadoEn', limite = 50, cursor, responsable, ...others } = query;
    const filtros = { ...others, responsable: responsableDe(responsable, usuarioId) };
    const key = JSON.stringify(filtros);
    const known = totals.get(key);
    const position = positionOf(orden, cursor);
    const row = await selectPage(
      db,
      { filtros, zone, position, limit: limite + 1 },
      known?.snapshot,
    );
    const total = row.total ?? known?.total ?? 0;
    if (total >= MANY) totals.set(key, { total, snapshot: row.snapshot });
    else totals.delete(key);
    const items = present(row).slice(0, limite);
    const last = items.at(-1);
    return {
      items,
      siguiente:
        last && row.items.length > limite ? encodeCursor(orden, position.keysOf(last)) : null,
      total: Math.min(total, MAX_TOTAL),
      ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
    };
  };
}

function responsableDe(
  responsable: FiltrosClientes['responsable'],
  usuarioId: string | null,
): string | null | undefined {
  if (responsable === 'nadie') return null;
  return responsable === 'yo' ? usuarioId : responsable;
}

function present(row: PageRow): ClienteItem[] {
  const byId = new Map(row.intereses.map((interes) => [interes.id, interes]));
  return row.items.map((item) => ({
    ...item,
    intereses: [...byId.values()].filter((interes) => item.intereses.includes(interes.id)),
    ultimaActividadEn: jsonInstant(item.ultimaActividadEn),
    creadoEn: jsonInstant(item.creadoEn),
  }));
}
