import * as contract from '#contract/automaticos.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { queuePrueba } from '../plantillas/prueba.ts';
import { renderVistaPrevia } from '../plantillas/vistaPrevia.ts';
import { automaticoPorVer } from './porVer.ts';
import { readAutomatico, readAutomaticos } from './readAutomaticos.ts';
import { restoreAutomatico, updateAutomatico } from './updateAutomatico.ts';

export function automaticosRoutes(deps: Deps) {
  const { db } = deps;
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

    on(contract.previewAutomatico, async ({ params: { clave }, body, ctx, usuario }) => {
      const lector = { now: ctx.now, rol: usuario.rol };
      return renderVistaPrevia(deps, await automaticoPorVer(deps, clave, body, lector));
    }),

    on(contract.sendPruebaAutomatico, async ({ params: { clave }, body, ctx, usuario }) => {
      const { para, ...escrito } = body;
      const lector = { now: ctx.now, rol: usuario.rol };
      const porVer = await automaticoPorVer(deps, clave, escrito, lector);
      return queuePrueba(deps, ctx, { ...porVer, para });
    }),
  ];
}
