import { listCursos as cursos } from '#contract/cursos.ts';
import * as contract from '#contract/exportaciones.ts';
import { listMovimientos as movimientos, listProductos as productos } from '#contract/productos.ts';
import { listResenas as resenas } from '#contract/resenas.ts';
import { listTalleres as talleres } from '#contract/talleres.ts';
import type { Deps } from '../core/context.ts';
import type { Route } from '../core/http/route.ts';
import { listCursos } from '../cursos/listCursos.ts';
import { listMovimientos } from '../productos/listMovimientos.ts';
import { listProductos } from '../productos/listProductos.ts';
import { listResenas } from '../resenas/readResenas.ts';
import { listTalleres } from '../talleres/listTalleres.ts';
import {
  columnasCursos,
  columnasMovimientos,
  columnasProductos,
  columnasResenas,
  columnasTalleres,
} from './columnas/catalogo.ts';
import { exportRoute } from './exportRoute.ts';

/** Files of what is sold, and of what people say of it. */
export function filesOfCatalogue(deps: Deps): Route[] {
  const { db } = deps;
  return [
    exportRoute(deps, {
      list: talleres,
      endpoint: contract.exportTalleres,
      nombre: 'talleres',
      columnas: columnasTalleres,
      read: ({ query, ctx }) => listTalleres(db, query, ctx.now),
    }),
    exportRoute(deps, {
      list: cursos,
      endpoint: contract.exportCursos,
      nombre: 'cursos',
      columnas: columnasCursos,
      read: ({ query, ctx }) => listCursos(db, query, ctx.now),
    }),
    exportRoute(deps, {
      list: productos,
      endpoint: contract.exportProductos,
      nombre: 'productos',
      columnas: columnasProductos,
      read: ({ query }) => listProductos(db, query),
    }),
    exportRoute(deps, {
      list: movimientos,
      endpoint: contract.exportMovimientos,
      nombre: 'movimientos',
      columnas: columnasMovimientos,
      read: ({ query, params }) => listMovimientos(db, params.id, query),
    }),
    exportRoute(deps, {
      list: resenas,
      endpoint: contract.exportResenas,
      nombre: 'resenas',
      columnas: columnasResenas,
      read: ({ query, usuario }) => listResenas(db, query, usuario.rol),
    }),
  ];
}
