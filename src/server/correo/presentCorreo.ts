import { nombreComuna } from '#contract/comunas.ts';
import type { AjustesCorreo } from '#contract/correo.ts';
import type { Deps } from '../core/context.ts';
import { parseRemitente, readTransporte } from '../emails/transporte.ts';
import { selectCorreo } from './correo.queries.ts';
import { registroDe } from './dkim.ts';

/** The settings as they are told: what is in force first, and of each secret only that there is one. */
export async function presentCorreo(deps: Deps): Promise<AjustesCorreo> {
  const [row, transporte] = await Promise.all([selectCorreo(deps.db), readTransporte(deps)]);
  const { negocioDireccion, negocioComuna, negocioEmail } = row;
  const fromEnv = deps.config.EMAIL_FROM && parseRemitente(deps.config.EMAIL_FROM);
  const { remitente } = transporte;
  const origenes = { ENTORNO: fromEnv, AJUSTES: row.remitenteEmail, ESCUELA: negocioEmail };
  const remitenteOrigen =
    (['ENTORNO', 'AJUSTES', 'ESCUELA'] as const).find((origen) => origenes[origen]) ?? null;
  return {
    transporte: {
      tipo: transporte.tipo,
      origen: transporte.tipo === 'SMTP' ? transporte.origen : null,
      servidor: transporte.tipo === 'SMTP' ? `${transporte.host}:${transporte.puerto}` : null,
      remitente: remitenteOrigen && `${remitente.nombre} <${remitente.email}>`,
      remitenteOrigen,
    },
    direccionPostal: direccionDe(negocioDireccion, negocioComuna),
    remitenteNombre: row.remitenteNombre,
    remitenteEmail: row.remitenteEmail,
    responderA: row.responderA,
    smtpHost: row.smtpHost,
    smtpPuerto: row.smtpPuerto,
    smtpSeguridad: row.smtpSeguridad,
    smtpUsuario: row.smtpUsuario,
    tieneSmtpClave: row.smtpClave !== null,
    conexiones: row.conexiones,
    limiteSegundo: row.limiteSegundo,
    limiteHora: row.limiteHora,
    dkimDominio: row.dkimDominio,
    dkimSelector: row.dkimSelector,
    dkimRegistro: registroDe(row, deps.secret),
    rebotesEmail: row.rebotesEmail,
    buzonHost: row.buzonHost,
    buzonPuerto: row.buzonPuerto,
    buzonSeguridad: row.buzonSeguridad,
    buzonUsuario: row.buzonUsuario,
    tieneBuzonClave: row.buzonClave !== null,
    buzonRevisadoEn: row.buzonRevisadoEn,
    buzonError: row.buzonError,
    tieneWebhook: row.webhookClave !== null,
    dobleConfirmacion: row.dobleConfirmacion,
    version: row.version,
  };
}

function direccionDe(direccion: string | null, comuna: string | null): string | null {
  if (!direccion) return null;
  return [direccion, comuna && nombreComuna(comuna)].filter(Boolean).join(', ');
}
