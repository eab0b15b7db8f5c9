import * as contract from '#contract/reportes.ts';
import { createListClientes } from '../clientes/listClientes.ts';
import { audit } from '../core/audit.ts';
import type { Ctx, Deps } from '../core/context.ts';
import { createFresh } from '../core/db/fresh.ts';
import { transaction } from '../core/db/transaction.ts';
import { on, type Route } from '../core/http/route.ts';
import { type Cell, tableResponse } from '../core/http/table.ts';
import { localDate } from '../core/time.ts';
import { contextOf } from './contexto.ts';
import { readInicio, readSeguimientos } from './readInicio.ts';
import { readTablero } from './readTablero.ts';
import { reportes } from './reportes.ts';

async function* pageOf(rows: Cell[][]) {
  yield rows;
}

export function reportesRoutes({ db, config }: Deps) {
  const fresh = createFresh(db);
  const zone = config.TZ_NEGOCIO;
  const listClientes = createListClientes(db, zone);
  const contextFor = (query: contract.ConsultaPeriodo, ctx: Ctx) =>
    contextOf(query, localDate(ctx.now, zone), zone);
  /** The answer of one report, kept while nothing is written; all of them take the same query. */
  const serve = ({ endpoint, read }: (typeof reportes)[contract.NombreReporte]): Route => ({
    endpoint,
    handle: ({ query, ctx }) => {
      const contexto = contextFor(query as contract.ConsultaPeriodo, ctx);
      const { periodo, anterior, today } = contexto;
      return fresh<unknown>(JSON.stringify([endpoint.path, periodo, anterior, today]), () =>
        read(db, contexto),
      );
    },
  });
  return [
    ...Object.values(reportes).map(serve),

    on(contract.exportReporte, async ({ params, query: { formato, ...query }, ctx, c }) => {
      const { nombre } = params;
      const contexto = contextFor(query, ctx);
      const { desde, hasta } = contexto.periodo;
      const { columns, rows } = await reportes[nombre].readTabla(db, contexto);
      await transaction(db, (trx) =>
        audit(trx, ctx, {
          accion: 'EXPORTAR',
          entidad: 'reporte',
          entidadId: nombre,
          despues: { formato, desde, hasta, filas: rows.length },
        }),
      );
      return tableResponse(c, {
        name: `reporte-${nombre}-${desde}-${hasta}`,
        columns,
        pages: pageOf(rows),
        format: formato,
        zone,
      });
    }),

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
