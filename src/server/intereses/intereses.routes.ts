import * as contract from '#contract/intereses.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { selectIntereses } from './intereses.queries.ts';
import { createInteres, deleteInteres, updateInteres } from './writeInteres.ts';

export function interesesRoutes({ db }: Deps) {
  return [
    on(contract.listIntereses, async () => ({ items: await selectIntereses(db) })),

    on(contract.createInteres, ({ body, ctx }) =>
      transaction(db, (trx) => createInteres(trx, ctx, body)),
    ),

    on(contract.updateInteres, ({ params, body, ctx }) =>
      transaction(db, (trx) => updateInteres(trx, ctx, params.id, body)),
    ),

    on(contract.deleteInteres, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await deleteInteres(trx, ctx, params.id);
        return undefined;
      }),
    ),
  ];
}
