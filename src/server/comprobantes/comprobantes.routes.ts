import * as contract from '#contract/comprobantes.ts';
import { emitComprobante } from '../cobros/emitComprobante.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import { selectPorCodigo } from './comprobantes.queries.ts';
import { pdfResponse } from './pdfResponse.ts';
import { forPublic, readComprobante } from './readComprobante.ts';

export function comprobantesRoutes({ db, config }: Deps) {
  const zona = config.TZ_NEGOCIO;
  const readPublic = async (codigo: string) => {
    const { id } = found(await selectPorCodigo(db, codigo), 'ese comprobante');
    return forPublic(await readComprobante(db, id, { zona }));
  };
  return [
    on(contract.emitComprobante, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await emitComprobante(trx, ctx, params.id);
        return readComprobante(trx, params.id, { zona });
      }),
    ),

    on(contract.getComprobante, ({ params }) => readComprobante(db, params.id, { zona })),

    on(contract.getComprobantePdf, async ({ params, c }) =>
      pdfResponse(c, db, await readComprobante(db, params.id, { zona })),
    ),

    on(contract.getComprobantePublico, ({ params }) => readPublic(params.codigo)),

    on(contract.getComprobantePublicoPdf, async ({ params, c }) =>
      pdfResponse(c, db, await readPublic(params.codigo)),
    ),
  ];
}
