import * as contract from '#contract/automaticos.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { readAutomatico, readAutomaticos } from './readAutomaticos.ts';
import { restoreAutomatico, updateAutomatico } from './updateAutomatico.ts';

export function automaticosRoutes({ db }: Deps) {
  return [
    on(contract.listAutomaticos, async () => ({ items: await readAutomaticos(db) })),

    on(contract.updateAutomatico, ({ params: { clave }, body, ctx }) =>
      transaction(db, async (trx) => {
        await updateAutomatico(trx, ctx, clave, body);
        return readAutomatico(trx, clave);
      }),
    ),

    on(contract.restoreAutomatico, ({ params: { clave }, body, ctx }) =>
      transaction(db, async (trx) => {
        await restoreAutomatico(trx, ctx, clave, body.version);
        return readAutomatico(trx, clave);
      }),
    ),
  ];
}
