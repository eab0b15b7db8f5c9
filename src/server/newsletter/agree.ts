import { captureCliente } from '../clientes/captura.ts';
import { origenFromUtm } from '../clientes/origen.policy.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { queueEmail } from '../emails/queueEmail.ts';
import { darDeAlta } from '../supresiones/darDeAlta.ts';
import type { Suscripcion } from './newsletter.queries.ts';
import { enableIntereses } from './preferencias.queries.ts';

/** Where a request of the public pages comes from: the proof of what it says. */
export type Visitante = { ip: string; userAgent: string | null };

/**
 * What a subscription says becomes true: its person is there, wants news with the words they read, has the intereses
 * they chose, and is welcomed the first time.
 * @returns the id of the Cliente.
 */
export async function agree(trx: Trx, ctx: Ctx, suscripcion: Suscripcion): Promise<number> {
  const { email, datos, texto, textoVersion: version, evidencia } = suscripcion;
  const { utmSource, utmMedium, utmCampaign } = datos;
  const { id } = await captureCliente(trx, ctx, {
    ...datos,
    email,
    origen: origenFromUtm(utmSource, 'NEWSLETTER'),
    origenDetalle: { utmSource, utmMedium, utmCampaign },
  });
  if (datos.intereses?.length) await enableIntereses(trx, id, datos.intereses);
  const words = { texto, version };
  await darDeAlta(trx, ctx, { clienteId: id, email, canal: 'WEB', evidencia, texto: words });
  await queueEmail(trx, ctx, {
    automatico: 'BIENVENIDA',
    clienteId: id,
    referencia: {},
    causa: String(id),
  });
  return id;
}
