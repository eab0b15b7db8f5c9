import * as contract from '#contract/bitacora.ts';
import type { Ctx, Deps } from '../core/context.ts';
import { on } from '../core/http/route.ts';
import { localDate } from '../core/time.ts';
import type { Viewer } from '../interacciones/interacciones.policy.ts';
import { readBitacora } from './readBitacora.ts';

export function bitacoraRoutes({ db, config }: Deps) {
  const zone = config.TZ_NEGOCIO;
  const look = (viewer: Viewer, ctx: Ctx) => ({
    zone,
    viewer,
    today: localDate(ctx.now, zone),
  });
  return [
    on(contract.listBitacoraCliente, ({ params, query, usuario, ctx }) =>
      readBitacora(db, { cliente: params.id }, query, look(usuario, ctx)),
    ),

    on(contract.listBitacoraEmpresa, ({ params, query, usuario, ctx }) =>
      readBitacora(db, { empresa: params.id }, query, look(usuario, ctx)),
    ),
  ];
}
