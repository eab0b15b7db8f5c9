import type { z } from 'zod';
import type { Answer, Endpoint } from '#contract/endpoint.ts';
import type { Lista } from '#contract/exportaciones.ts';
import { formatoExportacion } from '#contract/formatos.ts';
import { permisosDe } from '#contract/permisos.ts';
import type { Ctx, Deps } from '../core/context.ts';
import { AppError } from '../core/errors.ts';
import { on, type Route, type Usuario } from '../core/http/route.ts';
import { type Cell, type Column, tableResponse } from '../core/http/table.ts';
import { finishExport, noteExport } from './audit.ts';

/** Rows asked for at a time: more than a page of a screen, few enough to be made quickly. */
const PAGE = 1_000;

export type Pagina<I> = {
  items: I[];
  siguiente: string | null;
  total: number;
  totalEsMinimo?: boolean | undefined;
};
/** A column with what stands in it of each item. */
export type Columna<I> = Column & { of: (item: I) => Cell };

type Item<L extends Lista> = Answer<L> extends { items: (infer I)[] } ? I : never;
type Peticion<L extends Lista> = {
  query: z.output<L['query']>;
  params: L['params'] extends z.ZodType ? z.output<L['params']> : undefined;
  usuario: Usuario;
  ctx: Ctx;
  /** Whether it is the first page: only that one is counted where counting is dear. */
  first: boolean;
};

export type Exportacion<L extends Lista> = {
  list: L;
  endpoint: Endpoint;
  /** Of the file, and in the record of what staff did. */
  nombre: string;
  columnas: Columna<Item<L>>[];
  read: (peticion: Peticion<L>) => Promise<Pagina<Item<L>>>;
};

/**
 * The route of the file of a list: it reads the list page by page, with its own filters and order, as fast as the
 * file is taken. What the list refuses is refused before anything is sent.
 */
export function exportRoute<L extends Lista>(
  { db, config, log }: Deps,
  { endpoint, nombre, columnas, read }: Exportacion<L>,
): Route {
  return on(endpoint, async ({ c, ctx, query, params, usuario }) => {
    if (!usuario || !permisosDe(usuario.rol).includes('datos:exportar')) {
      throw new AppError('SIN_PERMISO', 'Tu rol no permite exportar datos.');
    }
    const { formato, ...filtros } = query as Record<string, unknown>;
    const format = formatoExportacion.parse(formato);
    const page = (cursor?: string): Promise<Pagina<Item<L>>> =>
      read({
        query: { ...filtros, limite: PAGE, cursor } as z.output<L['query']>,
        params: params as Peticion<L>['params'],
        ...{ usuario, ctx, first: cursor === undefined },
      });
    const first = await page();
    const what = { lista: nombre, formato: format, filtros: { ...filtros, ...(params as object) } };
    await noteExport(db, ctx, what, first.total);

    async function* pages(): AsyncGenerator<Cell[][]> {
      let filas = 0;
      let completa = false;
      try {
        for (let next: Pagina<Item<L>> | undefined = first; next; ) {
          filas += next.items.length;
          yield next.items.map((item) => columnas.map(({ of }) => of(item)));
          next = next.siguiente ? await page(next.siguiente) : undefined;
        }
        completa = true;
      } catch (err) {
        log.error({ err, lista: nombre, requestId: ctx.requestId }, 'an export broke off');
        throw err;
      } finally {
        await finishExport(db, ctx, { ...what, filas, completa });
      }
    }

    const name = `${nombre}-${ctx.now.slice(0, 10)}`;
    return tableResponse(c, {
      ...{ name, columns: columnas, pages: pages(), format, zone: config.TZ_NEGOCIO },
    });
  });
}
