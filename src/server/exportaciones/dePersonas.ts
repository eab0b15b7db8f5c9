import { listAvisos as avisos } from '#contract/avisos.ts';
import { listClientes as clientes } from '#contract/clientes.ts';
import { listEmpresas as empresas } from '#contract/empresas.ts';
import * as contract from '#contract/exportaciones.ts';
import {
  listInteracciones as interacciones,
  listSeguimientos as seguimientos,
} from '#contract/interacciones.ts';
import { permisosDe } from '#contract/permisos.ts';
import { listAvisos } from '../avisos/listAvisos.ts';
import { createListClientes } from '../clientes/listClientes.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Route, Usuario } from '../core/http/route.ts';
import { localDate } from '../core/time.ts';
import { listEmpresas } from '../empresas/listEmpresas.ts';
import { listInteracciones } from '../interacciones/listInteracciones.ts';
import { listSeguimientos } from '../interacciones/listSeguimientos.ts';
import { columnasClientes, columnasEmpresas } from './columnas/clientes.ts';
import {
  columnasAvisos,
  columnasInteracciones,
  columnasSeguimientos,
} from './columnas/contactos.ts';
import { exportRoute } from './exportRoute.ts';

/** Files of people, companies, and what was said with them. */
export function filesOfPeople(deps: Deps): Route[] {
  const { db, config } = deps;
  const zone = config.TZ_NEGOCIO;
  const listClientes = createListClientes(db, zone);
  const look = (viewer: Usuario, ctx: Ctx) => ({ viewer, today: localDate(ctx.now, zone) });
  return [
    exportRoute(deps, {
      list: clientes,
      endpoint: contract.exportClientes,
      nombre: 'clientes',
      columnas: columnasClientes,
      read: ({ query, usuario, ctx, first }) =>
        listClientes(query, { ...ctx, permisos: permisosDe(usuario.rol) }, first),
    }),
    exportRoute(deps, {
      list: empresas,
      endpoint: contract.exportEmpresas,
      nombre: 'empresas',
      columnas: columnasEmpresas,
      read: ({ query }) => listEmpresas(db, query),
    }),
    exportRoute(deps, {
      list: interacciones,
      endpoint: contract.exportInteracciones,
      nombre: 'interacciones',
      columnas: columnasInteracciones,
      read: ({ query, usuario, ctx, first }) =>
        listInteracciones(db, query, { ...look(usuario, ctx), zone }, first),
    }),
    exportRoute(deps, {
      list: seguimientos,
      endpoint: contract.exportSeguimientos,
      nombre: 'seguimientos',
      columnas: columnasSeguimientos,
      read: ({ query, usuario, ctx, first }) =>
        listSeguimientos(db, query, look(usuario, ctx), first),
    }),
    exportRoute(deps, {
      list: avisos,
      endpoint: contract.exportAvisos,
      nombre: 'avisos',
      columnas: columnasAvisos,
      read: ({ query, usuario, ctx }) =>
        listAvisos(db, query, { now: ctx.now, rol: usuario.rol, publicUrl: config.publicUrl }),
    }),
  ];
}
