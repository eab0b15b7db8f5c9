import type { z } from 'zod';
import type { suscripcionCampos } from '#contract/publico.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { captureCliente } from '../clientes/captura.ts';
import { origenFromUtm } from '../clientes/origen.policy.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { selectTextoConsentimiento } from './newsletter.queries.ts';

/**
 * Records that a visitor wants the newsletter: a new email becomes a LEAD; a known one keeps its record,
 * renews its consent, and counts as active. Intereses that do not exist are passed over, so that an old
 * form on another site still brings its leads.
 */
export async function subscribe(
  trx: Trx,
  ctx: Ctx,
  input: z.output<typeof suscripcionCampos>,
  visitante: { ip: string; userAgent: string | null },
): Promise<void> {
  const { texto, version } = await selectTextoConsentimiento(trx);
  const { email, nombres, apellidos, intereses, utmSource, utmMedium, utmCampaign } = input;
  const utm = { utmSource, utmMedium, utmCampaign };
  const { id, nuevo } = await captureCliente(trx, ctx, {
    email,
    nombres,
    apellidos,
    origen: origenFromUtm(utmSource, 'NEWSLETTER'),
    origenDetalle: utm,
    acepta: { texto, version, canal: 'WEB', evidencia: { ...visitante, ...utm } },
    intereses,
  });
  if (!nuevo) await registerEvento(trx, ctx, id, 'ACTIVIDAD');
}
