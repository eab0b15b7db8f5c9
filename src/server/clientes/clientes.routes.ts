import * as contract from '#contract/clientes.ts';
import { permisosDe } from '#contract/permisos.ts';
import { audit } from '../core/audit.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { setEstado } from './cambiarEstado.ts';
import { createCliente } from './createCliente.ts';
import { createListClientes } from './listClientes.ts';
import { readCliente } from './readCliente.ts';
import { tagClientes } from './tagClientes.ts';
import { updateCliente } from './updateCliente.ts';

export function clientesRoutes({ db, config }: Deps) {
  const zone = config.TZ_NEGOCIO;
  const list = createListClientes(db, zone);

  return [
    on(contract.listClientes, ({ query, ctx, usuario }) =>
      list(query, { ...ctx, permisos: permisosDe(usuario.rol) }),
    ),

    on(contract.getCliente, ({ params, usuario }) => readCliente(db, params.id, usuario.rol)),

    on(contract.createCliente, ({ body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () =>
          readCliente(trx, await createCliente(trx, ctx, body, zone), usuario.rol),
        ),
      ),
    ),

    on(contract.updateCliente, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await updateCliente(trx, ctx, params.id, body, zone);
        return readCliente(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.setEstadoCliente, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        const { estado: a, motivo, version } = body;
        const { de } = await setEstado(trx, ctx, { clienteId: params.id, a, motivo, version });
        await audit(trx, ctx, {
          accion: 'CAMBIAR_ESTADO',
          entidad: 'CLIENTE',
          entidadId: params.id,
          antes: { estado: de },
          despues: { estado: a, motivo },
        });
        return readCliente(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.tagClientes, ({ body, ctx }) =>
      transaction(db, (trx) => tagClientes(trx, ctx, body)),
    ),
  ];
}
