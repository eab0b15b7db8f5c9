import * as contract from '#contract/espera.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { withHoldsCleared } from '../ventas/withHoldsCleared.ts';
import { aceptarOferta, tallerDeOferta } from './aceptarOferta.ts';

const YA_INSCRITO = 'Ya tienes una inscripción en este taller. Si quieres cambiarla, escríbenos.';

export function ofertasRoutes({ db }: Deps) {
  return [
    on(contract.acceptOferta, async ({ params, ctx }) => {
      const tallerId = await tallerDeOferta(db, params.codigo);
      return withHoldsCleared(db, ctx, { tallerIds: [tallerId], yaInscrito: YA_INSCRITO }, () =>
        transaction(db, (trx) => aceptarOferta(trx, ctx, params.codigo)),
      );
    }),
  ];
}
