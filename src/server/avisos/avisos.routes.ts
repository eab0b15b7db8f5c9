import * as contract from '#contract/avisos.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { listAvisos } from './listAvisos.ts';
import { makeEnlace } from './makeEnlace.ts';
import { discardAviso, sendAviso } from './sendAviso.ts';

export function avisosRoutes({ db, config: { publicUrl } }: Deps) {
  return [
    on(contract.listAvisos, ({ query, ctx, usuario }) =>
      listAvisos(db, query, { now: ctx.now, rol: usuario.rol, publicUrl }),
    ),

    on(contract.sendAviso, ({ params, ctx, usuario }) =>
      transaction(db, (trx) =>
        sendAviso(trx, ctx, params.id, { now: ctx.now, rol: usuario.rol, publicUrl }),
      ),
    ),

    on(contract.discardAviso, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await discardAviso(trx, ctx, params.id);
        return undefined;
      }),
    ),

    on(contract.createEnlacePortal, ({ params, ctx }) =>
      transaction(db, (trx) => makeEnlace(trx, ctx, params.id, publicUrl)),
    ),
  ];
}
