import * as contract from '#contract/empresas.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { listEmpresas } from './listEmpresas.ts';
import { readEmpresa } from './readEmpresa.ts';
import { createEmpresa, updateEmpresa } from './writeEmpresa.ts';

export function empresasRoutes({ db }: Deps) {
  return [
    on(contract.listEmpresas, ({ query }) => listEmpresas(db, query)),

    on(contract.getEmpresa, ({ params, usuario }) => readEmpresa(db, params.id, usuario.rol)),

    on(contract.createEmpresa, ({ body, ctx, usuario }) =>
      transaction(db, async (trx) =>
        readEmpresa(trx, await createEmpresa(trx, ctx, body), usuario.rol),
      ),
    ),

    on(contract.updateEmpresa, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await updateEmpresa(trx, ctx, params.id, body);
        return readEmpresa(trx, params.id, usuario.rol);
      }),
    ),
  ];
}
