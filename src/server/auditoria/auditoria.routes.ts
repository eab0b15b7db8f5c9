import * as contract from '#contract/auditoria.ts';
import type { Deps } from '../core/context.ts';
import { decodeIdCursor, encodeCursor } from '../core/http/cursor.ts';
import { on } from '../core/http/route.ts';
import { countRegistros, selectRegistros } from './auditoria.queries.ts';

const ORDEN = '-id';
const MAX_TOTAL = 10_000;

export function auditoriaRoutes({ db }: Deps) {
  return [
    on(contract.listAuditoria, async ({ query }) => {
      const limite = query.limite ?? 50;
      const before = query.cursor ? decodeIdCursor(query.cursor, ORDEN) : Number.MAX_SAFE_INTEGER;
      const [rows, total] = await Promise.all([
        selectRegistros(db, query, { before, limit: limite + 1 }),
        countRegistros(db, query, MAX_TOTAL + 1),
      ]);
      const items = rows.slice(0, limite);
      const last = items.at(-1);
      return {
        items,
        siguiente: last && rows.length > limite ? encodeCursor(ORDEN, [last.id]) : null,
        total: Math.min(total, MAX_TOTAL),
        ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
      };
    }),
  ];
}
