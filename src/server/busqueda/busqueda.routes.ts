import * as contract from '#contract/busqueda.ts';
import { permisosDe } from '#contract/permisos.ts';
import { createListClientes } from '../clientes/listClientes.ts';
import type { Deps } from '../core/context.ts';
import { on } from '../core/http/route.ts';
import { searchAll } from './searchAll.ts';

export function busquedaRoutes({ db, config }: Deps) {
  const listClientes = createListClientes(db, config.TZ_NEGOCIO);
  return [
    on(contract.search, async ({ query, usuario, ctx }) => ({
      items: await searchAll(db, query.q, {
        permisos: permisosDe(usuario.rol),
        now: ctx.now,
        listClientes,
      }),
    })),
  ];
}
