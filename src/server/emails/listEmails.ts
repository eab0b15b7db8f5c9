import type { listEmails as contract, EmailItem, FiltrosEmails } from '#contract/emails.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeIdCursor, decodePosition, encodeCursor } from '../core/http/cursor.ts';
import {
  type Busqueda,
  busquedaDe,
  countEmails,
  type EmailRow,
  type Position,
  selectEmails,
  selectFallidos,
} from './lista.queries.ts';

const POR_ID = '-id';
const POR_FECHA = '-creadoEn';
const MAX_TOTAL = 10_000;

/** A row as the list tells it. */
export function presentEmailItem({ comercial: _, reenvioDe: __, ...row }: EmailRow): EmailItem {
  return row;
}

/**
 * A page of the record of mail, the newest first. Dates are local to `zone`.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listEmails(
  db: Db,
  { limite = 50, cursor, ...filtros }: FiltrosEmails,
  zone: string,
): Promise<Answer<typeof contract>> {
  const busqueda = await busquedaDe(db, filtros, zone);
  const [rows, total] = await Promise.all([
    selectEmails(db, busqueda, { before: positionOf(busqueda, cursor), limit: limite + 1 }),
    countEmails(db, busqueda, MAX_TOTAL + 1),
  ]);
  const items = rows.slice(0, limite).map(presentEmailItem);
  const last = items.at(-1);
  return {
    items,
    siguiente: last && rows.length > limite ? cursorOf(busqueda, last) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}

/** What did not arrive since an instant, of what is not a campaign's, and nobody sent again; the newest first. */
export async function listFallidos(
  db: Db,
  since: string,
  limit: number,
): Promise<{ items: EmailItem[]; cantidad: number }> {
  const { items, cantidad } = await selectFallidos(db, since, limit);
  return { items: items.map(presentEmailItem), cantidad };
}

function positionOf({ porFecha }: Busqueda, cursor: string | undefined): Position {
  if (!cursor) return undefined;
  return porFecha
    ? decodePosition(cursor, POR_FECHA)
    : { at: '', id: decodeIdCursor(cursor, POR_ID) };
}

function cursorOf({ porFecha }: Busqueda, { creadoEn, id }: EmailItem): string {
  return porFecha ? encodeCursor(POR_FECHA, [creadoEn, id]) : encodeCursor(POR_ID, [id]);
}
