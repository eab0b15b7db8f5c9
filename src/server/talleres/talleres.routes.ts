import * as contract from '#contract/talleres.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { listTalleres } from './listTalleres.ts';
import { readTaller } from './readTaller.ts';
import {
  createTaller,
  deleteTaller,
  duplicateTaller,
  setPublicado,
  updateTaller,
} from './writeTaller.ts';

export function talleresRoutes({ db }: Deps) {
  return [
    on(contract.listTalleres, ({ query, ctx }) => listTalleres(db, query, ctx.now)),

    on(contract.getTaller, ({ params, ctx, usuario }) =>
      readTaller(db, ctx, params.id, usuario.rol),
    ),

    on(contract.createTaller, ({ body, ctx, usuario }) =>
      transaction(db, async (trx) =>
        readTaller(trx, ctx, await createTaller(trx, ctx, body), usuario.rol),
      ),
    ),

    on(contract.updateTaller, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await updateTaller(trx, ctx, params.id, body);
        return readTaller(trx, ctx, params.id, usuario.rol);
      }),
    ),

    on(contract.publishTaller, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await setPublicado(trx, ctx, params.id, body.version, true);
        return readTaller(trx, ctx, params.id, usuario.rol);
      }),
    ),

    on(contract.unpublishTaller, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await setPublicado(trx, ctx, params.id, body.version, false);
        return readTaller(trx, ctx, params.id, usuario.rol);
      }),
    ),

    on(contract.duplicateTaller, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) =>
        readTaller(trx, ctx, await duplicateTaller(trx, ctx, params.id, body), usuario.rol),
      ),
    ),

    on(contract.deleteTaller, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await deleteTaller(trx, ctx, params.id);
        return undefined;
      }),
    ),
  ];
}
