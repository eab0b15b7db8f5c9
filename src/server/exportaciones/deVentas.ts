import { listCobros as cobros } from '#contract/cobros.ts';
import { listInscripcionesCurso as inscripcionesCurso } from '#contract/cursos.ts';
import * as contract from '#contract/exportaciones.ts';
import { listVentasProducto as ventasProducto } from '#contract/productos.ts';
import { listInscripcionesDeTaller as inscripciones } from '#contract/ventas.ts';
import { listCobros } from '../cobros/listCobros.ts';
import type { Deps } from '../core/context.ts';
import type { Route } from '../core/http/route.ts';
import { listInscripcionesCurso } from '../cursos/listInscripcionesCurso.ts';
import { readInscripciones } from '../inscripciones/readInscripciones.ts';
import { listVentasProducto } from '../productos/listVentasProducto.ts';
import {
  columnasCobros,
  columnasInscripciones,
  columnasInscripcionesCurso,
  columnasVentasProducto,
} from './columnas/ventas.ts';
import { exportRoute } from './exportRoute.ts';

/** Files of sales and of their lines. */
export function filesOfSales(deps: Deps): Route[] {
  const { db } = deps;
  return [
    exportRoute(deps, {
      list: cobros,
      endpoint: contract.exportCobros,
      nombre: 'ventas',
      columnas: columnasCobros,
      read: ({ query, ctx }) => listCobros(db, query, ctx.now),
    }),
    exportRoute(deps, {
      list: inscripciones,
      endpoint: contract.exportInscripcionesDeTaller,
      nombre: 'inscritos',
      columnas: columnasInscripciones,
      // As many as have a seat: the list has no pages.
      read: async ({ query, params, usuario }) => {
        const annulledToo = query.anuladas === 'SI';
        const items = await readInscripciones(db, params.id, usuario.rol, annulledToo);
        return { items, siguiente: null, total: items.length };
      },
    }),
    exportRoute(deps, {
      list: inscripcionesCurso,
      endpoint: contract.exportInscripcionesCurso,
      nombre: 'alumnos',
      columnas: columnasInscripcionesCurso,
      read: ({ query, usuario, ctx }) => listInscripcionesCurso(db, query, usuario.rol, ctx.now),
    }),
    exportRoute(deps, {
      list: ventasProducto,
      endpoint: contract.exportVentasProducto,
      nombre: 'entregas',
      columnas: columnasVentasProducto,
      read: ({ query, usuario, ctx }) => listVentasProducto(db, query, ctx.now, usuario.rol),
    }),
  ];
}
