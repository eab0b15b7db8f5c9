import type { listEmails as contract, EmailItem, FiltrosEmails } from '#contract/emails.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeIdCursor, encodeCursor } from '../core/http/cursor.ts';
import { countEmails, type EmailRow, emailConditions, selectEmails } from './lista.queries.ts';

const ORDEN = '-id';
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
  const before = cursor ? decodeIdCursor(cursor, ORDEN) : Number.MAX_SAFE_INTEGER;
  const condition = await emailConditions(db, filtros, zone);
  const [rows, total] = await Promise.all([
    selectEmails(db, condition, { before, limit: limite + 1 }),
    countEmails(db, condition, MAX_TOTAL + 1),
  ]);
  const items = rows.slice(0, limite).map(presentEmailItem);
  const last = items.at(-1);
  return {
    items,
    siguiente: last && rows.length > limite ? encodeCursor(ORDEN, [last.id]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}
