import * as contract from '#contract/publico.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { subscribe } from './subscribe.ts';

const gracias = { mensaje: '¡Gracias! Te avisaremos de los próximos talleres.' };

export function newsletterRoutes({ db }: Deps) {
  return [
    on(contract.subscribeNewsletter, async ({ body, c, ctx, ip }) => {
      if (!body.sitioWeb) {
        const userAgent = c.req.header('user-agent')?.slice(0, 300) ?? null;
        await transaction(db, (trx) => subscribe(trx, ctx, body, { ip, userAgent }));
      }
      return gracias;
    }),
  ];
}
