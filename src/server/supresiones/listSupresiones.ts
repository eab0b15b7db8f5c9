import type { z } from 'zod';
import type { Answer } from '#contract/endpoint.ts';
import type { listSupresiones as contract } from '#contract/supresiones.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeCursor, encodeCursor, invalidCursor } from '../core/http/cursor.ts';
import { countSupresiones, selectSupresiones } from './supresiones.queries.ts';

const ORDEN = '-creadoEn';
const MAX_TOTAL = 10_000;

/**
 * Addresses that are not written to, the newest first, and their number up to 10,000.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listSupresiones(
  db: Db,
  query: z.output<typeof contract.query>,
): Promise<Answer<typeof contract>> {
  const limite = query.limite ?? 50;
  const before = query.cursor ? position(query.cursor) : undefined;
  const [rows, total] = await Promise.all([
    selectSupresiones(db, query, { before, limit: limite + 1 }),
    countSupresiones(db, query, MAX_TOTAL + 1),
  ]);
  const items = rows.slice(0, limite);
  const last = items.at(-1);
  return {
    items,
    siguiente:
      last && rows.length > limite ? encodeCursor(ORDEN, [last.creadoEn, last.email]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}

function position(cursor: string): { at: string; email: string } {
  const [at, email] = decodeCursor(cursor, ORDEN, ['instant', 'text']);
  if (typeof at !== 'string' || typeof email !== 'string') throw invalidCursor();
  return { at, email };
}
