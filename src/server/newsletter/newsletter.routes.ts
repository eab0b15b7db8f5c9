import * as contract from '#contract/publico.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { readTransporte } from '../emails/transporte.ts';
import { readDobleConfirmacion } from './newsletter.queries.ts';
import { subscribe } from './subscribe.ts';

/** The same for every address, so that it tells nothing of one. */
const words = {
  doble: '¡Gracias! Revisa tu correo y confirma que quieres recibir nuestras novedades.',
  /** Nothing leaves without a server: nobody is sent to look for a message that is not there. */
  dobleSinServidor:
    '¡Gracias! Anotamos tu correo. Te escribiremos para que confirmes que quieres recibir nuestras novedades.',
  simple:
    '¡Gracias! Desde ahora te avisaremos. Si antes te diste de baja, revisa tu correo y confirma.',
};

async function answer(deps: Deps): Promise<string> {
  if (!(await readDobleConfirmacion(deps.db))) return words.simple;
  const { tipo } = await readTransporte(deps);
  return tipo === 'LOCAL' ? words.dobleSinServidor : words.doble;
}

export function newsletterRoutes(deps: Deps) {
  const { db } = deps;
  return [
    on(contract.subscribeNewsletter, async ({ body, c, ctx, ip }) => {
      if (!body.sitioWeb) {
        const userAgent = c.req.header('user-agent')?.slice(0, 300) ?? null;
        await transaction(db, (trx) => subscribe(trx, ctx, body, { ip, userAgent }));
      }
      return { mensaje: await answer(deps) };
    }),
  ];
}
