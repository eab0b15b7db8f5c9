import * as contract from '#contract/auth.ts';
import { audit } from '../core/audit.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import { deleteSesiones, selectUsuarios } from './usuarios.queries.ts';
import { createUsuario, listUsuarios, updateUsuario } from './usuarios.ts';

export function usuariosRoutes({ db }: Deps) {
  return [
    on(contract.listUsuarios, async ({ ctx }) => ({ items: await listUsuarios(db, ctx) })),

    on(contract.createUsuario, ({ body, ctx }) =>
      transaction(db, (trx) => createUsuario(trx, ctx, body)),
    ),

    on(contract.updateUsuario, ({ params, body, ctx }) =>
      transaction(db, (trx) => updateUsuario(trx, ctx, params.id, body)),
    ),

    on(contract.revokeSesionesDeUsuario, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        found(
          await selectUsuarios(trx, ctx.now).where('id', '=', params.id).executeTakeFirst(),
          'ese usuario',
        );
        await deleteSesiones(trx, params.id);
        await audit(trx, ctx, {
          accion: 'CERRAR_SESIONES',
          entidad: 'USUARIO',
          entidadId: params.id,
        });
        return undefined;
      }),
    ),
  ];
}
