import * as contract from '#contract/asistencia.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { escanear } from './escanear.ts';
import { marcarPuesto } from './marcar.ts';
import { readLista } from './readLista.ts';

export function asistenciaRoutes({ db }: Deps) {
  return [
    on(contract.getAsistencia, ({ params, ctx }) => readLista(db, params.id, ctx.now)),

    on(contract.setAsistencia, ({ params, body, ctx }) =>
      transaction(db, (trx) => marcarPuesto(trx, ctx, params.id, body)),
    ),

    on(contract.escanear, ({ body, ctx }) => transaction(db, (trx) => escanear(trx, ctx, body))),
  ];
}
