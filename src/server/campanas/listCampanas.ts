import type { z } from 'zod';
import type { listCampanas as contract } from '#contract/campanas.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db } from '../core/db/connect.ts';
import { decodePosition, encodeCursor } from '../core/http/cursor.ts';
import { countCampanas, selectCampanas } from './campanas.queries.ts';
import type { Progresos } from './progreso.ts';
import { presentCampanaItem } from './readCampana.ts';

const ORDEN = '-creadoEn';

/**
 * A page of campaigns, the newest first, and their number; there are few enough to count them all.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listCampanas(
  db: Db,
  { limite = 50, cursor, ...filtros }: z.output<typeof contract.query>,
  progresos: Progresos,
): Promise<Answer<typeof contract>> {
  const before = cursor ? decodePosition(cursor, ORDEN) : undefined;
  const [rows, total] = await Promise.all([
    selectCampanas(db, filtros, { before, limit: limite + 1 }),
    countCampanas(db, filtros),
  ]);
  const page = rows.slice(0, limite);
  const counted = await progresos(db, page);
  const last = page.at(-1);
  return {
    items: page.map((row) => presentCampanaItem(row, counted)),
    siguiente: last && rows.length > limite ? encodeCursor(ORDEN, [last.creadoEn, last.id]) : null,
    total,
  };
}
