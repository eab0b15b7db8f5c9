import * as contract from '#contract/interacciones.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import { fillTexto } from './textos.policy.ts';
import { selectTextos, selectValores } from './textos.queries.ts';
import { createTexto, deleteTexto, updateTexto } from './writeTexto.ts';

export function textosWhatsappRoutes({ db }: Deps) {
  return [
    on(contract.listTextosWhatsapp, async ({ query }) => {
      const items = await selectTextos(db);
      if (query.cliente === undefined) return { items };
      const valores = found(await selectValores(db, query.cliente), 'ese cliente');
      return { items: items.map((one) => ({ ...one, texto: fillTexto(one.texto, valores) })) };
    }),

    on(contract.createTextoWhatsapp, ({ body, ctx }) =>
      transaction(db, (trx) => createTexto(trx, ctx, body)),
    ),

    on(contract.updateTextoWhatsapp, ({ params, body, ctx }) =>
      transaction(db, (trx) => updateTexto(trx, ctx, params.id, body)),
    ),

    on(contract.deleteTextoWhatsapp, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await deleteTexto(trx, ctx, params.id);
        return undefined;
      }),
    ),
  ];
}
