import { isEmailDeEquipo } from '../auth/alumno.queries.ts';
import { prepareAviso } from '../avisos/prepareAviso.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { lockClienteConEmail, wasPreparedSince } from './sesion.queries.ts';

/** The job that answers a request for a link: whoever asks waits the same, known or not. */
export const PREPARAR_ENLACE = 'portal-enlace';

const HOUR_MS = 3_600_000;

/**
 * Leaves staff the message with which a student enters, when a Cliente has that email and the address is
 * not the staff's; at most one an hour. The link itself is only made when it is sent.
 */
export async function prepareEnlace(trx: Trx, ctx: Ctx, email: string): Promise<void> {
  const cliente = await lockClienteConEmail(trx, email);
  if (!cliente || (await isEmailDeEquipo(trx, email))) return;
  const hourAgo = new Date(Date.parse(ctx.now) - HOUR_MS).toISOString();
  if (await wasPreparedSince(trx, cliente.id, hourAgo)) return;
  await prepareAviso(trx, ctx, {
    tipo: 'ENLACE_PORTAL',
    clienteId: cliente.id,
    referencia: String(cliente.id),
    asunto: 'Tu enlace para entrar al portal',
    texto: `Hola, ${cliente.nombres}: con este enlace entras a tu portal, donde están tus cursos, talleres y pagos. Sirve una sola vez y dura 24 horas.`,
    enlace: null,
  });
}
