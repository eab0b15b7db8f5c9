import type { Revision } from '#contract/plantillas.ts';
import { proveedorDe } from '#contract/proveedoresCorreo.ts';
import type { Deps } from '../core/context.ts';
import { unseal } from '../core/keys.ts';
import { probarFirma } from '../emails/contenido/firma.ts';
import { readTransporte, type Transporte } from '../emails/transporte.ts';
import { type CorreoRow, selectCorreo } from './correo.queries.ts';
import { dominioDe, revisarAjustes, type Situacion } from './diagnostico.policy.ts';
import { registroDkim } from './dkim.policy.ts';
import { clavePublica } from './dkim.ts';
import { esPersonal, juzgarDkim, juzgarDmarc, juzgarSpf } from './dns.policy.ts';
import { askDominio, createDns, type Dns } from './dns.ts';
import { presentCorreo } from './presentCorreo.ts';

/**
 * All that stands between a message and the inbox: the settings, our signature, and what the sender's domain
 * publishes. Where DNS cannot be reached it says so, and what should stand there.
 */
export async function diagnosticar(
  deps: Deps,
  dns: Dns = createDns(),
): Promise<{ dominio: string | null; items: Revision[] }> {
  const [row, transporte, correo] = await Promise.all([
    selectCorreo(deps.db),
    readTransporte(deps),
    presentCorreo(deps),
  ]);
  const remitenteEmail = correo.transporte.remitente && transporte.remitente.email;
  const situacion: Situacion = {
    ...correo.transporte,
    host: transporte.tipo === 'SMTP' ? transporte.host : null,
    seguridad: transporte.tipo === 'SMTP' ? transporte.seguridad : null,
    remitenteEmail,
    direccionPostal: correo.direccionPostal,
    publicUrl: deps.config.publicUrl,
    ilegibles: ilegiblesDe(row, deps.secret),
    firma: probarLaFirma(transporte),
    rebotesEmail: row.rebotesEmail,
    buzon: row.buzonHost ? { error: row.buzonError } : null,
    tieneWebhook: correo.tieneWebhook,
  };
  const dominio = remitenteEmail ? dominioDe(remitenteEmail) : null;
  const items = revisarAjustes(situacion);
  if (!dominio || esPersonal(dominio) || !dominio.includes('.')) return { dominio, items };
  return { dominio, items: [...items, ...(await revisarDns(dns, dominio, situacion, transporte))] };
}

async function revisarDns(
  dns: Dns,
  dominio: string,
  { rebotesEmail, host }: Situacion,
  { firma }: Transporte,
): Promise<Revision[]> {
  // SPF is checked for the address that bounces go to.
  const sobre = rebotesEmail ? dominioDe(rebotesEmail) : dominio;
  const publica = firma ? clavePublica(firma.clavePem) : undefined;
  const registro =
    firma && publica ? registroDkim(firma.dominio, firma.selector, publica) : undefined;
  const found = await askDominio(dns, {
    spf: sobre,
    dmarc: dominio,
    dkim: registro?.nombre ?? null,
  });
  return [
    juzgarSpf(found.spf, sobre, proveedorDe(host)?.spf ?? null),
    ...(found.dkim && registro && publica
      ? [juzgarDkim(found.dkim, registro.nombre, publica)]
      : []),
    juzgarDmarc(found.dmarc, dominio),
  ];
}

function ilegiblesDe(row: CorreoRow, secret: string): string[] {
  const kept: [string, string | null][] = [
    ['la contraseña del servidor de envío', row.smtpClave],
    ['la contraseña del buzón de rebotes', row.buzonClave],
    ['la llave DKIM', row.dkimClave],
  ];
  return kept
    .filter(([, sealed]) => sealed && unseal(secret, sealed) === undefined)
    .map(([nombre]) => nombre);
}

function probarLaFirma({ firma }: Transporte): Situacion['firma'] {
  if (!firma) return null;
  try {
    probarFirma(firma);
    return { dominio: firma.dominio, falla: null };
  } catch (error) {
    return { dominio: firma.dominio, falla: error instanceof Error ? error.message : null };
  }
}
