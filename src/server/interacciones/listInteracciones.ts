import type { z } from 'zod';
import type { Answer } from '#contract/endpoint.ts';
import type {
  listInteracciones as contract,
  filtrosInteracciones,
} from '#contract/interacciones.ts';
import type { Db } from '../core/db/connect.ts';
import { decodePosition, encodeCursor } from '../core/http/cursor.ts';
import { type Look, presentInteraccion } from './interacciones.queries.ts';
import { MAX_TOTAL, selectInteracciones } from './lista.queries.ts';

/**
 * A page of what was logged, by when it happened, the newest first unless told; dates are local to `zone`.
 * `counted` is false for a reader of page after page that needs no total.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listInteracciones(
  db: Db,
  {
    orden = '-fecha',
    limite = 50,
    cursor,
    responsable,
    ...query
  }: z.output<typeof filtrosInteracciones>,
  { zone, ...look }: Look & { zone: string },
  counted = true,
): Promise<Answer<typeof contract>> {
  const filtros = { ...query, responsable: responsable === 'yo' ? look.viewer.id : responsable };
  const after = cursor ? decodePosition(cursor, orden) : undefined;
  const page = { zone, orden, after, limit: limite + 1, counted };
  const { items: rows, total, minimo } = await selectInteracciones(db, filtros, page);
  const items = rows.slice(0, limite).map((row) => presentInteraccion(row, look));
  const last = items.at(-1);
  return {
    items,
    siguiente: last && rows.length > limite ? encodeCursor(orden, [last.fecha, last.id]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(minimo ? { totalEsMinimo: true } : {}),
  };
}
