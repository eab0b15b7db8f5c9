import * as contract from '#contract/supresiones.ts';
import type { Deps } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { type Cell, type Column, tableResponse } from '../core/http/table.ts';
import { addSupresion } from './addSupresion.ts';
import { importSupresiones } from './importSupresiones.ts';
import { liftSupresion } from './liftSupresion.ts';
import { listSupresiones } from './listSupresiones.ts';
import { settleBaja } from './settleBaja.ts';
import { selectAfter, selectConCola } from './supresiones.queries.ts';

const CSV_PAGE = 2_000;
/** Titled as the import of such a file reads them. */
const COLUMNAS: Column[] = [
  ...['email', 'motivo', 'detalle'].map((title): Column => ({ title, kind: 'text' })),
  { title: 'desde', kind: 'instant' },
];

export function supresionesRoutes({ db, config }: Deps) {
  return [
    on(contract.listSupresiones, ({ query }) => listSupresiones(db, query)),

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

async function* csvPages(db: Db): AsyncGenerator<Cell[][]> {
  for (let after = ''; ; ) {
    const rows = await selectAfter(db, after, CSV_PAGE);
    yield rows.map(({ email, motivo, detalle, creadoEn }) => [email, motivo, detalle, creadoEn]);
    const last = rows.at(-1);
    if (!last || rows.length < CSV_PAGE) return;
    after = last.email;
  }
}
