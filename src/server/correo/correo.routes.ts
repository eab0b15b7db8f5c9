import * as contract from '#contract/correo.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { diagnosticar } from './diagnostico.ts';
import { createDkim, generateLlave, removeDkim } from './dkim.ts';
import { presentCorreo } from './presentCorreo.ts';
import { probarSmtp } from './probarSmtp.ts';
import { updateCorreo } from './updateCorreo.ts';

export function correoRoutes(deps: Deps) {
  const { db, secret } = deps;
  return [
    on(contract.getAjustesCorreo, () => presentCorreo(deps)),

    on(contract.updateAjustesCorreo, async ({ body, ctx }) => {
      await transaction(db, (trx) => updateCorreo(trx, ctx, secret, body));
      return presentCorreo(deps);
    }),

    on(contract.probarSmtp, ({ body }) => probarSmtp(deps, body.para)),

    on(contract.crearDkim, async ({ body, ctx }) => {
      const pem = await generateLlave();
      await transaction(db, (trx) => createDkim(trx, ctx, secret, { ...body, pem }));
      return presentCorreo(deps);
    }),

    on(contract.quitarDkim, async ({ ctx }) => {
      await transaction(db, (trx) => removeDkim(trx, ctx));
      return undefined;
    }),

    on(contract.getDiagnostico, () => diagnosticar(deps)),
  ];
}
