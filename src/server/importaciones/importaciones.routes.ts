import * as contract from '#contract/importaciones.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { on, type Route } from '../core/http/route.ts';
import { askDeshacer, askEjecucion, askRevision } from './acciones.ts';
import { deleteImportacion } from './deleteImportacion.ts';
import { previewDeshacer } from './deshacer.ts';
import { exportErrores } from './exportErrores.ts';
import { selectImportacion } from './importaciones.queries.ts';
import { listFilas } from './listFilas.ts';
import { listImportaciones } from './listImportaciones.ts';
import { deleteMapeo, listMapeos, saveMapeo } from './mapeos.ts';
import { readImportacion } from './readImportacion.ts';
import { storeArchivo } from './storeArchivo.ts';
import { updateImportacion } from './updateImportacion.ts';

export function importacionesRoutes({ db, config }: Deps): Route[] {
  /** Acts on an import in a transaction, and answers with how it stands after. */
  const act = (ctx: Ctx, id: number, work: (trx: Trx) => Promise<void>) =>
    transaction(db, async (trx) => {
      await work(trx);
      return readImportacion(trx, id, ctx.now);
    });
  return [
    on(contract.listImportaciones, ({ query }) => listImportaciones(db, query)),

    on(contract.getImportacion, ({ params, ctx }) => readImportacion(db, params.id, ctx.now)),

    on(contract.createImportacion, async ({ query, ctx, c }) => {
      const length = c.req.header('content-length');
      const declared = length === undefined ? undefined : Number(length);
      const id = await storeArchivo(db, ctx, c.req.raw.body, { ...query, declared });
      return readImportacion(db, id, ctx.now);
    }),

    on(contract.updateImportacion, ({ params, body, ctx }) =>
      act(ctx, params.id, (trx) => updateImportacion(trx, ctx, params.id, body)),
    ),

    on(contract.reviewImportacion, ({ params, ctx }) =>
      act(ctx, params.id, (trx) => askRevision(trx, ctx, params.id)),
    ),

    on(contract.runImportacion, ({ params, ctx }) =>
      act(ctx, params.id, (trx) => askEjecucion(trx, ctx, params.id)),
    ),

    on(contract.previewDeshacer, async ({ params }) => {
      found(await selectImportacion(db, params.id), 'esa importación');
      return previewDeshacer(db, params.id);
    }),

    on(contract.undoImportacion, async ({ params, body, ctx }) => {
      found(await selectImportacion(db, params.id), 'esa importación');
      const { tocadas } = await previewDeshacer(db, params.id);
      const soloIntactas = body.soloIntactas ?? false;
      return act(ctx, params.id, (trx) =>
        askDeshacer(trx, ctx, params.id, { tocadas, soloIntactas }),
      );
    }),

    on(contract.deleteImportacion, async ({ params, ctx }) => {
      await deleteImportacion(db, ctx, params.id);
      return undefined;
    }),

    on(contract.listFilasImportacion, ({ params, query }) => listFilas(db, params.id, query)),

    on(contract.exportErroresImportacion, ({ params, c }) =>
      exportErrores(db, c, params.id, config.TZ_NEGOCIO),
    ),

    on(contract.listMapeos, ({ query }) => listMapeos(db, query.tipo)),

    on(contract.saveMapeo, ({ params, body, ctx }) =>
      transaction(db, (trx) => saveMapeo(trx, ctx, params.id, body.nombre)),
    ),

    on(contract.deleteMapeo, async ({ params, ctx }) => {
      await transaction(db, (trx) => deleteMapeo(trx, ctx, params.id));
      return undefined;
    }),
  ];
}
