import * as contract from '#contract/campanas.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { tableResponse } from '../core/http/table.ts';
import { selectCampana } from './campanas.queries.ts';
import { checkAudiencia } from './checkAudiencia.ts';
import { cancelCampana, pauseCampana, resumeCampana } from './detenerCampana.ts';
import { COLUMNAS, exportDestinatarios } from './exportInforme.ts';
import { launchCampana } from './launchCampana.ts';
import { listCampanas } from './listCampanas.ts';
import { createProgresos } from './progreso.ts';
import { pruebaCampana } from './pruebaCampana.ts';
import { countAudiencia, hoy, listAudiencia } from './readAudiencia.ts';
import { readCampana } from './readCampana.ts';
import { readInforme } from './readInforme.ts';
import { hintsForSending, maySend, reviewCampana } from './revisar.ts';
import { createCampana, deleteCampana, duplicateCampana, updateCampana } from './writeCampana.ts';

const acciones = [
  [contract.pauseCampana, pauseCampana],
  [contract.resumeCampana, resumeCampana],
  [contract.cancelCampana, cancelCampana],
] as const satisfies [unknown, (trx: Trx, ctx: Ctx, id: number) => Promise<void>][];

export function campanasRoutes(deps: Deps) {
  const { db, config } = deps;
  const zone = config.TZ_NEGOCIO;
  const progresos = createProgresos();

  return [
    on(contract.countAudiencia, async ({ body, usuario }) => {
      await checkAudiencia(db, body.audiencia, usuario.rol);
      return countAudiencia(db, body.audiencia, hoy(deps));
    }),

    on(contract.listAudiencia, async ({ body, usuario }) => {
      await checkAudiencia(db, body.audiencia, usuario.rol);
      return listAudiencia(db, body, hoy(deps));
    }),

    on(contract.listCampanas, ({ query }) => listCampanas(db, query, progresos)),

    on(contract.getCampana, ({ params, usuario }) =>
      readCampana(db, params.id, usuario.rol, progresos),
    ),

    on(contract.createCampana, ({ body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () =>
          readCampana(trx, await createCampana(trx, ctx, body), usuario.rol, progresos),
        ),
      ),
    ),

    on(contract.updateCampana, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await updateCampana(trx, ctx, params.id, body);
        return readCampana(trx, params.id, usuario.rol, progresos);
      }),
    ),

    on(contract.duplicateCampana, ({ params, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () =>
          readCampana(trx, await duplicateCampana(trx, ctx, params.id), usuario.rol, progresos),
        ),
      ),
    ),

    on(contract.deleteCampana, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await deleteCampana(trx, ctx, params.id);
        return undefined;
      }),
    ),

    on(contract.getRevisiones, async ({ params }) => {
      const campana = found(await selectCampana(db, params.id), 'esa campaña');
      const { items } = await reviewCampana(deps, campana);
      return { items: [...items, ...(await hintsForSending(deps))], puedeEnviar: maySend(items) };
    }),

    on(contract.sendPruebaCampana, ({ params, body, ctx }) =>
      pruebaCampana(deps, ctx, params.id, body),
    ),

    on(contract.launchCampana, ({ params, body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () => {
          await launchCampana(trx, ctx, deps, params.id, body);
          return readCampana(trx, params.id, usuario.rol, progresos);
        }),
      ),
    ),

    ...acciones.map(([endpoint, act]) =>
      on(endpoint, ({ params, ctx, usuario }) =>
        transaction(db, async (trx) => {
          await act(trx, ctx, params.id);
          return readCampana(trx, params.id, usuario.rol, progresos);
        }),
      ),
    ),

    on(contract.getInforme, ({ params }) => readInforme(db, params.id, progresos)),

    on(contract.exportInforme, async ({ params, c }) => {
      const { id } = found(await selectCampana(db, params.id), 'esa campaña');
      const pages = exportDestinatarios(db, id);
      return tableResponse(c, {
        ...{ name: `campana-${id}`, columns: COLUMNAS, pages, format: 'CSV', zone },
      });
    }),
  ];
}
