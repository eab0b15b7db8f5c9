import { isEmailDeEquipo } from '../auth/alumno.queries.ts';
import { avisar } from '../avisos/avisar.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { lockClienteConEmail, wasPreparedSince } from './sesion.queries.ts';

/** The job that answers a request for a link: whoever asks waits the same, known or not. */
export const PREPARAR_ENLACE = 'portal-enlace';

const HOUR_MS = 3_600_000;

/**
 * Sends a student the link with which they enter, or leaves it to staff where mail does not reach them, when a
 * Cliente has that email and the address is not the staff's; at most one an hour. The link itself is only made
 * when it is sent, and a mail that could not leave within the hour is dropped: they asked again by then.
 */
export async function prepareEnlace(trx: Trx, ctx: Ctx, deps: Deps, email: string): Promise<void> {
  const cliente = await lockClienteConEmail(trx, email);
  if (!cliente || (await isEmailDeEquipo(trx, email))) return;
  const hourAgo = new Date(Date.parse(ctx.now) - HOUR_MS).toISOString();
  if (await wasPreparedSince(trx, cliente.id, hourAgo)) return;
  await avisar(trx, ctx, deps, {
    correo: {
      automatico: 'ENLACE_PORTAL',
      referencia: { cliente: cliente.id },
      causa: `${cliente.id}:${ctx.now}`,
      venceEn: new Date(Date.parse(ctx.now) + HOUR_MS).toISOString(),
    },
    aviso: {
      tipo: 'ENLACE_PORTAL',
      clienteId: cliente.id,
      referencia: String(cliente.id),
      asunto: 'Tu enlace para entrar al portal',
      texto: `Hola, ${cliente.nombres}: con este enlace entras a tu portal, donde están tus cursos, talleres y pagos. Sirve una sola vez y dura 24 horas.`,
      enlace: null,
    },
  });
}
