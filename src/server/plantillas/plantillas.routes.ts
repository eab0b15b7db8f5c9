import * as contract from '#contract/plantillas.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { contenidoPorVer } from './contenidoPorVer.ts';
import { listPlantillas } from './listPlantillas.ts';
import { queuePrueba } from './prueba.ts';
import { readPlantilla, readVersiones } from './readPlantilla.ts';
import { variablesDePlantilla } from './variables.ts';
import { renderVistaPrevia } from './vistaPrevia.ts';
import { archivePlantilla, createPlantilla, updatePlantilla } from './writePlantilla.ts';

export function plantillasRoutes(deps: Deps) {
  const { db } = deps;
  const { publicUrl } = deps.config;
  return [
    on(contract.listVariables, async () => ({ items: variablesDePlantilla })),

    on(contract.previewContenido, async ({ body, ctx }) =>
      renderVistaPrevia(deps, await contenidoPorVer(db, body, { publicUrl, now: ctx.now })),
    ),

    on(contract.sendPrueba, async ({ body: { para, ...body }, ctx }) => {
      const porVer = await contenidoPorVer(db, body, { publicUrl, now: ctx.now });
      return queuePrueba(deps, ctx, { ...porVer, para });
    }),

    on(contract.listPlantillas, ({ query }) => listPlantillas(db, query)),

    on(contract.getPlantilla, ({ params, usuario }) => readPlantilla(db, params.id, usuario.rol)),

    on(contract.createPlantilla, ({ body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () =>
          readPlantilla(trx, await createPlantilla(trx, ctx, body), usuario.rol),
        ),
      ),
    ),

    on(contract.updatePlantilla, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await updatePlantilla(trx, ctx, params.id, body);
        return readPlantilla(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.archivePlantilla, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await archivePlantilla(trx, ctx, params.id, body);
        return readPlantilla(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.listPlantillaVersiones, ({ params }) => readVersiones(db, params.id)),
  ];
}
