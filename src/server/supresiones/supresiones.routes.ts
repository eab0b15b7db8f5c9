import * as contract from '#contract/supresiones.ts';
import type { Deps } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { decodeCursor, encodeCursor, invalidCursor } from '../core/http/cursor.ts';
import { on } from '../core/http/route.ts';
import { type Cell, type Column, tableResponse } from '../core/http/table.ts';
import { addSupresion } from './addSupresion.ts';
import { importSupresiones } from './importSupresiones.ts';
import { liftSupresion } from './liftSupresion.ts';
import { settleBaja } from './settleBaja.ts';
import {
  countSupresiones,
  selectAfter,
  selectConCola,
  selectSupresiones,
} from './supresiones.queries.ts';

const ORDEN = '-creadoEn';
const MAX_TOTAL = 10_000;
const CSV_PAGE = 2_000;
/** Titled as the import of such a file reads them. */
const COLUMNAS: Column[] = [
  ...['email', 'motivo', 'detalle'].map((title): Column => ({ title, kind: 'text' })),
  { title: 'desde', kind: 'instant' },
];

export function supresionesRoutes({ db, config }: Deps) {
  return [
    on(contract.listSupresiones, async ({ query }) => {
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
    }),

    on(contract.createSupresion, async ({ body, ctx }) => {
      const supresion = await transaction(db, (trx) => addSupresion(trx, ctx, body));
      await settleBaja(db, body.email, true);
      return supresion;
    }),

    on(contract.deleteSupresion, async ({ body, ctx }) => {
      await transaction(db, (trx) => liftSupresion(trx, ctx, body));
      return undefined;
    }),

    on(contract.importSupresiones, async ({ body, ctx }) => {
      const { answer, agregadas } = await transaction(db, (trx) =>
        importSupresiones(trx, ctx, body),
      );
      // Of most nothing waits any more by now.
      for (const email of await selectConCola(db, agregadas)) {
        await settleBaja(db, email, body.motivo !== 'BAJA');
      }
      return answer;
    }),

    on(contract.exportSupresiones, async ({ c }) =>
      tableResponse(c, {
        ...{ name: 'bajas', columns: COLUMNAS, pages: csvPages(db) },
        ...{ format: 'CSV', zone: config.TZ_NEGOCIO },
      }),
    ),
  ];
}

function position(cursor: string): { at: string; email: string } {
  const [at, email] = decodeCursor(cursor, ORDEN, ['instant', 'text']);
  if (typeof at !== 'string' || typeof email !== 'string') throw invalidCursor();
  return { at, email };
}

async function* csvPages(db: Db): AsyncGenerator<Cell[][]> {
  for (let after = ''; ; ) {
    const rows = await selectAfter(db, after, CSV_PAGE);
    yield rows.map(({ email, motivo, detalle, creadoEn }) => [email, motivo, detalle, creadoEn]);
    const last = rows.at(-1);
    if (!last || rows.length < CSV_PAGE) return;
    after = last.email;
  }
}
