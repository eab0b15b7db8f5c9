import { permisosDe } from '#contract/permisos.ts';
import * as contract from '#contract/reportes.ts';
import { createListClientes } from '../clientes/listClientes.ts';
import type { Deps } from '../core/context.ts';
import { createFresh } from '../core/db/fresh.ts';
import { on } from '../core/http/route.ts';
import { localDate } from '../core/time.ts';
import { readInicio } from './readInicio.ts';
import { readTablero } from './readTablero.ts';

export function reportesRoutes({ db, config }: Deps) {
  const fresh = createFresh(db);
  const zone = config.TZ_NEGOCIO;
  const listClientes = createListClientes(db, zone);
  return [
    on(contract.getTablero, ({ query, ctx }) => {
      const periodo = query.periodo ?? 'MES';
      const today = localDate(ctx.now, zone);
      return fresh(`tablero ${periodo} ${today}`, () => readTablero(db, { periodo, today, zone }));
    }),

    on(contract.getInicio, ({ usuario, ctx }) => {
      const permisos = permisosDe(usuario.rol);
      const today = localDate(ctx.now, zone);
      return fresh(`inicio ${usuario.rol} ${today}`, () =>
        readInicio(db, { permisos, today, zone, listClientes }),
      );
    }),
  ];
}
