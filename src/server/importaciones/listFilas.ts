import type { Answer } from '#contract/endpoint.ts';
import type { listFilasImportacion as contract } from '#contract/importaciones.ts';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { decodeIdCursor, encodeCursor } from '../core/http/cursor.ts';
import { countMatching, type FiltroFilas, selectFilas } from './filas.queries.ts';
import { MAX_TOTAL, selectImportacion } from './importaciones.queries.ts';

const ORDER = 'numero';

type Query = FiltroFilas & { limite?: number | undefined; cursor?: string | undefined };

/** A page of the rows of an import, in the order of the file. @throws {AppError} NO_ENCONTRADO */
export async function listFilas(
  db: Db,
  importacionId: number,
  { limite = 50, cursor, ...filtro }: Query,
): Promise<Answer<typeof contract>> {
  found(await selectImportacion(db, importacionId), 'esa importación');
  const after = cursor ? decodeIdCursor(cursor, ORDER) : 0;
  const [rows, total] = await Promise.all([
    selectFilas(db, importacionId, filtro, { after, limit: limite + 1 }),
    countMatching(db, importacionId, filtro, MAX_TOTAL),
  ]);
  const items = rows.slice(0, limite).map((row) => ({
    ...row,
    errores: row.errores ?? [],
    avisos: row.avisos ?? [],
  }));
  const last = items.at(-1);
  return {
    items,
    siguiente: last && rows.length > limite ? encodeCursor(ORDER, [last.numero]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}
