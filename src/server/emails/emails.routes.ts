import * as contract from '#contract/emails.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { cancelEmail } from './cancelEmail.ts';
import { listEmails } from './listEmails.ts';
import { readBandeja } from './readBandeja.ts';
import { readEmail } from './readEmail.ts';
import { readEml, readMensaje } from './readMensaje.ts';
import { resendEmail } from './resendEmail.ts';

export function emailsRoutes(deps: Deps) {
  const { db, config } = deps;
  return [
    on(contract.listEmails, ({ query }) => listEmails(db, query, config.TZ_NEGOCIO)),

    on(contract.getBandeja, () => readBandeja(deps)),

    on(contract.getEmail, ({ params, ctx, usuario }) =>
      readEmail(db, params.id, usuario.rol, ctx.now),
    ),

    on(contract.getMensaje, ({ params, usuario }) => readMensaje(deps, params.id, usuario.rol)),

    on(contract.getMensajeEml, async ({ params, usuario, c }) =>
      c.body(await readEml(deps, params.id, usuario.rol), 200, {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="correo-${params.id}.eml"`,
      }),
    ),

    on(contract.resendEmail, ({ params, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () => {
          const copia = await resendEmail(trx, ctx, params.id);
          return readEmail(trx, copia, usuario.rol, ctx.now);
        }),
      ),
    ),

    on(contract.cancelEmail, ({ params, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await cancelEmail(trx, ctx, params.id);
        return readEmail(trx, params.id, usuario.rol, ctx.now);
      }),
    ),
  ];
}
