import type { z } from 'zod';
import type { Answer } from '#contract/endpoint.ts';
import type { listPlantillas as contract } from '#contract/plantillas.ts';
import type { Db } from '../core/db/connect.ts';
import { decodePosition, encodeCursor } from '../core/http/cursor.ts';
import { countPlantillas, selectPlantillas } from './plantillas.queries.ts';

const ORDEN = '-actualizadoEn';

/**
 * A page of templates, the last changed first, and their number; there are few enough to count them all.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listPlantillas(
  db: Db,
  { limite = 50, cursor, ...filtros }: z.output<typeof contract.query>,
): Promise<Answer<typeof contract>> {
  const before = cursor ? decodePosition(cursor, ORDEN) : undefined;
  const [rows, total] = await Promise.all([
    selectPlantillas(db, filtros, { before, limit: limite + 1 }),
    countPlantillas(db, filtros),
  ]);
  const items = rows.slice(0, limite);
  const last = items.at(-1);
  const more = rows.length > limite && last;
  return {
    items,
    siguiente: more ? encodeCursor(ORDEN, [last.actualizadoEn, last.id]) : null,
    total,
  };
}
