import type { ClienteItem, FiltrosClientes, listClientes } from '#contract/clientes.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Permiso } from '#contract/permisos.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { createKept, type Seen } from '../core/db/fresh.ts';
import { jsonInstant } from '../core/db/json.ts';
import { found } from '../core/errors.ts';
import { encodeCursor } from '../core/http/cursor.ts';
import { localDate } from '../core/time.ts';
import { checkDinero } from '../segmentos/dinero.policy.ts';
import { selectCondicion } from '../segmentos/segmentos.queries.ts';
import { type Filtros, type Orden, positionOf } from './filtros.queries.ts';
import { MAX_TOTAL, type PageRow, selectPage } from './lista.queries.ts';
import { createTotals } from './totales.ts';

/** From so many matches on, a page is read in the order of an index, and they are not counted each time. */
const MANY = 2_000;
/** Pages remembered, of about twenty kilobytes each. */
const PAGES = 200;

type Page = Answer<typeof listClientes>;
type Lector = Pick<Ctx, 'now' | 'usuarioId'> & { permisos: readonly Permiso[] };

/**
 * Lists clientes page by page. It remembers large totals, which the database proves in the statement that uses
 * them, and the last pages, for as long as nothing at all was written. The user is who `yo` stands for; `counted` is false for a reader
 * of page after page that needs no total.
 * @throws {AppError} CURSOR_INVALIDO; NO_ENCONTRADO for a segment that is not there, SIN_PERMISO for one that would
 * tell the reader what people paid.
 */
export function createListClientes(db: Db, zone: string) {
  const totals = createTotals();
  const kept = createKept<Page>(db, PAGES);

  return async (query: FiltrosClientes, who: Lector, counted = true): Promise<Page> => {
    const { orden = '-creadoEn', limite = 50, cursor, responsable, segmento, ...others } = query;
    const filtros: Filtros = {
      ...others,
      responsable: responsableDe(responsable, who.usuarioId),
      segmento: segmento ? await readSegmento(segmento, who) : undefined,
    };
    const read = () => readPage(filtros, { orden, limite, cursor }, counted);
    return counted
      ? kept(JSON.stringify({ filtros, orden, limite, cursor }), read)
      : (await read()).value;
  };

  async function readSegmento(id: number, who: Lector): Promise<Filtros['segmento']> {
    const condicion = found(await selectCondicion(db, id), 'ese segmento');
    checkDinero(condicion, who.permisos);
    return { condicion, today: localDate(who.now, zone) };
  }

  async function readPage(
    filtros: Filtros,
    { orden, limite, cursor }: { orden: Orden; limite: number; cursor: string | undefined },
    counted: boolean,
  ): Promise<Seen<Page>> {
    const key = JSON.stringify(filtros);
    const { segmento } = filtros;
    // What a segment asks of other tables is in no proof: it is counted each time.
    const known = segmento ? undefined : totals.get(key);
    const position = positionOf(orden, cursor);
    const row = await selectPage(
      db,
      { filtros, zone, position, limit: limite + 1 },
      counted ? (known ?? 'COUNT') : 'NO_TOTAL',
    );
    const total = row.total ?? known?.total ?? 0;
    if (counted && !segmento) {
      if (total >= MANY) totals.set(key, { total, snapshot: row.snapshot });
      else totals.delete(key);
    }
    const items = present(row).slice(0, limite);
    const last = items.at(-1);
    const value = {
      items,
      siguiente:
        last && row.items.length > limite ? encodeCursor(orden, position.keysOf(last)) : null,
      total: Math.min(total, MAX_TOTAL),
      ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
    };
    return { value, snapshot: row.snapshot };
  }
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
