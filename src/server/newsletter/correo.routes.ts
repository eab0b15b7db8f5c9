import type { Context } from 'hono';
import * as contract from '#contract/suscripcion.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { on } from '../core/http/route.ts';
import { recompose } from '../emails/recompose.ts';
import { type Proposito, readToken } from '../emails/token.ts';
import { darDeBaja } from '../supresiones/darDeBaja.ts';
import { settleBaja } from '../supresiones/settleBaja.ts';
import type { Visitante } from './agree.ts';
import { confirmSuscripcion, readConfirmacion } from './confirmSuscripcion.ts';
import { selectSupresionDe } from './preferencias.queries.ts';
import { readDestino, readPreferencias, writePreferencias } from './preferencias.ts';

/** What links of messages lead to. Each is signed for one message and one purpose; reading changes nothing. */
export function correoPublicoRoutes(deps: Deps) {
  const { db, secret } = deps;
  const idOf = (proposito: Proposito, { token }: { token: string }) =>
    readToken(secret, proposito, token);
  return [
    on(contract.getBaja, async ({ params }) => {
      const { email } = await readDestino(db, idOf('baja', params));
      return { email, suscrito: (await selectSupresionDe(db, email)) === undefined };
    }),

    on(contract.confirmBaja, async ({ params, ctx, c, ip }) => {
      const { email } = await transaction(db, async (trx) => {
        const { id, campanaId, ...destino } = await readDestino(trx, idOf('baja', params));
        const evidencia = { ...visitante(c, ip), via: isOneClick(c) ? 'UN_CLIC' : 'PAGINA' };
        const mensaje = { id, campanaId };
        await darDeBaja(trx, ctx, { ...destino, mensaje, canal: 'CORREO', evidencia });
        return destino;
      });
      await settleBaja(db, email);
      return { mensaje: 'Listo. Ya no te enviaremos novedades.' };
    }),

    on(contract.getPreferencias, ({ params }) =>
      readPreferencias(db, idOf('preferencias', params)),
    ),

    on(contract.setPreferencias, async ({ params, body, ctx, c, ip }) => {
      const id = idOf('preferencias', params);
      const { email } = await transaction(db, (trx) =>
        writePreferencias(trx, ctx, id, body, visitante(c, ip)),
      );
      if (!body.suscrito) await settleBaja(db, email);
      return readPreferencias(db, id);
    }),

    on(contract.getConfirmacion, ({ params, ctx }) =>
      readConfirmacion(db, idOf('suscripcion', params), ctx.now),
    ),

    on(contract.confirmSuscripcion, async ({ params, ctx, c, ip }) => {
      const id = idOf('suscripcion', params);
      await transaction(db, (trx) => confirmSuscripcion(trx, ctx, id, visitante(c, ip)));
      return { mensaje: 'Listo. Desde ahora recibirás nuestras novedades.' };
    }),

    on(contract.getMensajePublico, async ({ params }) => {
      const { id } = await readDestino(db, idOf('ver', params));
      // Such a link may be passed on: by it nobody acts for the person on what they bought, nor agrees to news.
      const { compuesto } = await recompose(deps, id, { personales: false, preferencias: false });
      return { asunto: compuesto.asunto, html: compuesto.html };
    }),
  ];
}

const visitante = (c: Context, ip: string): Visitante => ({
  ip,
  userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null,
});

/** Mail programs send a form (RFC 8058); the page does not. */
const isOneClick = (c: Context): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(
    c.req.header('content-type') ?? '',
  );
