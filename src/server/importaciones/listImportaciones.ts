import type { Answer } from '#contract/endpoint.ts';
import type { listImportaciones as contract } from '#contract/importaciones.ts';
import type { Db } from '../core/db/connect.ts';
import { decodePosition, encodeCursor } from '../core/http/cursor.ts';
import { MAX_TOTAL, selectImportaciones } from './importaciones.queries.ts';
import { presentItem } from './readImportacion.ts';

const ORDER = '-creadoEn';

/** A page of imports, the last first. */
export async function listImportaciones(
  db: Db,
  { limite = 50, cursor }: { limite?: number | undefined; cursor?: string | undefined },
): Promise<Answer<typeof contract>> {
  const after = cursor ? decodePosition(cursor, ORDER) : undefined;
  const { rows, total } = await selectImportaciones(db, { after, limit: limite + 1 });
  const items = rows.slice(0, limite).map((row) => presentItem(row, row.autor));
  const last = items.at(-1);
  return {
    items,
    siguiente: last && rows.length > limite ? encodeCursor(ORDER, [last.creadoEn, last.id]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}
