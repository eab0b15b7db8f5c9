import * as contract from '#contract/cobros.ts';
import { audit } from '../core/audit.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { anular } from './anular.ts';
import { listCobros } from './listCobros.ts';
import { readCobro } from './readCobro.ts';
import { reembolsar, reversar } from './reembolsar.ts';
import { registrarPago } from './registrarPago.ts';

export function cobrosRoutes({ db }: Deps) {
  return [
    on(contract.listCobros, ({ query, ctx }) => listCobros(db, query, ctx.now)),

    on(contract.getCobro, ({ params, usuario }) => readCobro(db, params.id, usuario.rol)),

    on(contract.createPago, ({ params, body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () => {
          await registrarPago(trx, ctx, params.id, body);
          return readCobro(trx, params.id, usuario.rol);
        }),
      ),
    ),

    on(contract.createReembolso, ({ params, body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () => {
          await reembolsar(trx, ctx, params.id, body);
          return readCobro(trx, params.id, usuario.rol);
        }),
      ),
    ),

    on(contract.createReverso, ({ params, body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () => {
          await reversar(trx, ctx, { cobroId: params.id, pagoId: params.pagoId, nota: body.nota });
          return readCobro(trx, params.id, usuario.rol);
        }),
      ),
    ),

    on(contract.anularCobro, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await anular(trx, ctx, { cobroId: params.id }, { causa: 'STAFF', motivo: body.motivo });
        return readCobro(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.resolveAlerta, ({ params, ctx, usuario }) =>
      transaction(db, async (trx) => {
        const row = await trx
          .updateTable('cobro')
          .set({ alerta: null, actualizadoEn: ctx.now })
          .where('id', '=', params.id)
          .returning('id')
          .executeTakeFirst();
        found(row, 'ese cobro');
        await audit(trx, ctx, {
          accion: 'RESOLVER_ALERTA',
          entidad: 'COBRO',
          entidadId: params.id,
        });
        return readCobro(trx, params.id, usuario.rol);
      }),
    ),
  ];
}
