import * as contract from '#contract/segmentos.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { createProbar } from './probarCondicion.ts';
import { listSegmentos, readSegmento } from './readSegmento.ts';
import { createSegmento, deleteSegmento, updateSegmento } from './writeSegmento.ts';

export function segmentosRoutes({ db, config }: Deps) {
  const probar = createProbar(db, config.TZ_NEGOCIO);
  return [
    on(contract.listSegmentos, ({ query }) => listSegmentos(db, query)),

    on(contract.probarCondicion, ({ body, ctx, usuario, c }) =>
      probar(body.condicion, { now: ctx.now, usuarioId: usuario.id, gone: c.req.raw.signal }),
    ),

    on(contract.getSegmento, ({ params, usuario }) => readSegmento(db, params.id, usuario.rol)),

    on(contract.createSegmento, ({ body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () =>
          readSegmento(trx, await createSegmento(trx, ctx, body), usuario.rol),
        ),
      ),
    ),

    on(contract.updateSegmento, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await updateSegmento(trx, ctx, params.id, body);
        return readSegmento(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.deleteSegmento, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await deleteSegmento(trx, ctx, params.id);
        return undefined;
      }),
    ),
  ];
}
