import * as contract from '#contract/supresiones.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { readPermiso } from './readPermiso.ts';
import { setBloqueo } from './setBloqueo.ts';
import { setConsentimiento } from './setConsentimiento.ts';
import { settleBaja, settleBloqueo } from './settleBaja.ts';

export function permisoRoutes({ db }: Deps) {
  return [
    on(contract.getPermisoCorreo, ({ params, usuario }) => readPermiso(db, params.id, usuario.rol)),

    on(contract.setConsentimiento, async ({ params, body, ctx, usuario }) => {
      const clienteId = params.id;
      const email = await transaction(db, (trx) =>
        setConsentimiento(trx, ctx, { clienteId, ...body, usuario: usuario.nombre }),
      );
      if (!body.acepta) await settleBaja(db, email);
      return readPermiso(db, clienteId, usuario.rol);
    }),

    on(contract.setBloqueo, async ({ params, body, ctx, usuario }) => {
      const clienteId = params.id;
      const email = await transaction(db, (trx) => setBloqueo(trx, ctx, { clienteId, ...body }));
      if (body.bloqueado) await settleBloqueo(db, clienteId, email);
      return readPermiso(db, clienteId, usuario.rol);
    }),
  ];
}
