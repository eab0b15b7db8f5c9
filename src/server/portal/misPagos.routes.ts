import * as contract from '#contract/portal.ts';
import { pdfResponse } from '../comprobantes/pdfResponse.ts';
import type { Deps } from '../core/context.ts';
import { on } from '../core/http/route.ts';
import { listMisPagos, readMiComprobante } from './misPagos.ts';

export function misPagosRoutes({ db, config }: Deps) {
  const zona = config.TZ_NEGOCIO;
  return [
    on(contract.listMisPagos, ({ alumno: { clienteId }, ctx: { now } }) =>
      listMisPagos(db, { clienteId, now }),
    ),

    on(contract.getMiComprobante, ({ params, alumno: { clienteId } }) =>
      readMiComprobante(db, { clienteId, cobroId: params.id }, zona),
    ),

    on(contract.getMiComprobantePdf, async ({ params, alumno: { clienteId }, c }) =>
      pdfResponse(c, db, await readMiComprobante(db, { clienteId, cobroId: params.id }, zona)),
    ),
  ];
}
