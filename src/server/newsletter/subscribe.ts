import type { z } from 'zod';
import type { suscripcionCampos } from '#contract/publico.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { captureCliente } from '../clientes/captura.ts';
import { readTextoConsentimiento } from '../clientes/consentimiento.queries.ts';
import { origenFromUtm } from '../clientes/origen.policy.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { queueEmailTo } from '../emails/queueEmail.ts';
import { agree, type Visitante } from './agree.ts';
import {
  insertSuscripcion,
  lockDireccion,
  type Suscripcion,
  selectDireccion,
  selectReciente,
  updatePendiente,
} from './newsletter.queries.ts';
import { sinceLastAsk, venceEn } from './suscripcion.policy.ts';

/**
 * A visitor asks for the newsletter. A new email becomes a LEAD at once. What they agree to, and all that changes of a
 * known person, waits until they confirm it by the message that goes to that address; with the school's setting off it
 * counts at once, but for who had left. An address that gets no mail at all, or whose person is blocked, gets none.
 */
export async function subscribe(
  trx: Trx,
  ctx: Ctx,
  input: z.output<typeof suscripcionCampos>,
  visitante: Visitante,
): Promise<void> {
  const { email, acepta: _, sitioWeb: __, ...datos } = input;
  await lockDireccion(trx, email);
  const direccion = await selectDireccion(trx, email);
  const { utmSource, utmMedium, utmCampaign } = datos;
  const utm = { utmSource, utmMedium, utmCampaign };
  if (direccion.clienteId === null) {
    const origen = origenFromUtm(utmSource, 'NEWSLETTER');
    await captureCliente(trx, ctx, { ...datos, email, origen, origenDetalle: utm });
  }
  const silent = direccion.supresion !== null && direccion.supresion !== 'BAJA';
  if (silent || direccion.bloqueada) return;

  const { texto, version } = await readTextoConsentimiento(trx);
  const evidencia = { ...visitante, ...utm };
  const suscripcion = { email, datos, texto, textoVersion: version, evidencia };
  if (direccion.dobleConfirmacion || direccion.supresion === 'BAJA') {
    await askConfirmation(trx, ctx, suscripcion);
    return;
  }
  const id = await agree(trx, ctx, suscripcion);
  if (direccion.clienteId !== null) await registerEvento(trx, ctx, id, 'ACTIVIDAD');
}

/** Writes to the address, at most once an hour; within it what the form says last is what will be confirmed. */
async function askConfirmation(trx: Trx, ctx: Ctx, suscripcion: Suscripcion): Promise<void> {
  const { email } = suscripcion;
  const recent = await selectReciente(trx, email, sinceLastAsk(ctx.now));
  if (recent) {
    await updatePendiente(trx, recent.id, suscripcion);
    return;
  }
  const suscripcionId = await insertSuscripcion(trx, suscripcion, ctx.now);
  await queueEmailTo(trx, ctx, {
    automatico: 'CONFIRMAR_NEWSLETTER',
    email,
    referencia: { suscripcion: suscripcionId },
    causa: String(suscripcionId),
    venceEn: venceEn(ctx.now),
  });
}
