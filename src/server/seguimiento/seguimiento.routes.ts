import type { Context } from 'hono';
import * as contract from '#contract/suscripcion.ts';
import type { Deps } from '../core/context.ts';
import { found } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import { enlacesDe } from '../emails/contenido/enlaces.ts';
import { recompose } from '../emails/recompose.ts';
import { type Proposito, readToken } from '../emails/token.ts';
import { registerVisita } from './registerVisita.ts';
import { selectMedido } from './seguimiento.queries.ts';

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export function seguimientoRoutes(deps: Deps) {
  const { db, secret } = deps;

  async function readMedido(proposito: Proposito, token: string) {
    const id = readToken(secret, proposito, token);
    return found(id === undefined ? undefined : await selectMedido(db, id), 'este enlace');
  }

  return [
    on(contract.followEnlace, async ({ params, ctx, c }) => {
      const mensaje = await readMedido('clic', params.token);
      // Made again from what was sent, so that a link leads only where that message led.
      const { compuesto } = await recompose(deps, mensaje.id, {
        personales: true,
        preferencias: true,
      });
      const url = found(enlacesDe(compuesto.html)[params.n], 'este enlace');
      await registerVisita(db, ctx, mensaje, { tipo: 'CLIC', url }, visita(c));
      return c.body(null, 302, {
        location: url,
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
      });
    }),

    on(contract.openMensaje, async ({ params, ctx, c }) => {
      const mensaje = await readMedido('apertura', params.token);
      await registerVisita(db, ctx, mensaje, { tipo: 'APERTURA', url: null }, visita(c));
      return c.body(new Uint8Array(PIXEL), 200, {
        'content-type': 'image/gif',
        'cache-control': 'no-store, max-age=0',
      });
    }),
  ];
}

const visita = (c: Context) => ({
  metodo: c.req.method,
  userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null,
  proposito:
    c.req.header('sec-purpose') ?? c.req.header('purpose') ?? c.req.header('x-moz') ?? null,
});
