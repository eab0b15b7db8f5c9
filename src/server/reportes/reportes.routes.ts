import * as contract from '#contract/reportes.ts';
import { createListClientes } from '../clientes/listClientes.ts';
import type { Deps } from '../core/context.ts';
import { createFresh } from '../core/db/fresh.ts';
import { on } from '../core/http/route.ts';
import { localDate } from '../core/time.ts';
import { readInicio, readSeguimientos } from './readInicio.ts';
import { readTablero } from './readTablero.ts';

export function reportesRoutes({ db, config }: Deps) {
  const fresh = createFresh(db);
  const zone = config.TZ_NEGOCIO;
  const listClientes = createListClientes(db, zone);
  return [
    on(contract.getTablero, ({ query, ctx }) => {
      const today = localDate(ctx.now, zone);
      return fresh(`tablero ${JSON.stringify(query)} ${today}`, () =>
        readTablero(db, { consulta: query, today, zone }),
      );
    }),

    on(contract.getInicio, async ({ usuario, ctx }) => {
      const { id, rol } = usuario;
      const { publicUrl } = config;
      // Messages expire and workshops end though nothing is written: for a minute at most it is not seen.
      const minute = `${ctx.now.slice(0, 16)}:00.000Z`;
      const today = localDate(minute, zone);
      const [inicio, seguimientos] = await Promise.all([
        fresh(`inicio ${rol} ${minute}`, () =>
          readInicio(db, { rol, now: minute, today, zone, publicUrl, listClientes }),
        ),
        fresh(`seguimientos ${rol} ${id} ${today}`, () =>
          readSeguimientos(db, { viewer: { id, rol }, today }),
        ),
      ]);
      return { ...inicio, seguimientos };
    }),
  ];
}
