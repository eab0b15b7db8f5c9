import { z } from 'zod';
import type { Seguridad } from '#contract/correo.ts';
import type { Deps } from '../core/context.ts';
import { unseal } from '../core/keys.ts';
import type { Firma } from './contenido/trabajo.ts';
import { type AjustesRow, selectAjustesCorreo } from './transporte.queries.ts';

type Comun = {
  remitente: { nombre: string; email: string };
  responderA: string | null;
  /** Where bounces go, by an address of each message's own; null leaves them to the sender's. */
  rebotesEmail: string | null;
  firma: Firma | null;
};

export type Smtp = Comun & {
  tipo: 'SMTP';
  origen: 'ENTORNO' | 'AJUSTES';
  host: string;
  puerto: number;
  seguridad: Seguridad;
  usuario: string | null;
  contrasena: string | null;
  conexiones: number;
  limiteSegundo: number | null;
  limiteHora: number | null;
  /** Whose budget is spent: one account of one server. */
  limitador: string;
};

/** Without a server to send by, mail is built and kept. */
export type Local = Comun & { tipo: 'LOCAL' };
export type Transporte = Smtp | Local;

const PUERTOS: Record<Seguridad, number> = { STARTTLS: 587, TLS: 465, NINGUNA: 25 };

/** How mail goes out now: by SMTP_URL of the environment, else by the settings, else to the local outbox. */
export async function readTransporte({ db, config, secret }: Deps): Promise<Transporte> {
  const ajustes = await selectAjustesCorreo(db);
  const comun: Comun = {
    remitente: remitenteDe(config.EMAIL_FROM, ajustes),
    responderA: ajustes.responderA ?? ajustes.negocioEmail,
    rebotesEmail: ajustes.rebotesEmail,
    firma: firmaDe(ajustes, secret),
  };
  const server = config.SMTP_URL
    ? { origen: 'ENTORNO' as const, ...parseSmtpUrl(config.SMTP_URL) }
    : serverDe(ajustes, secret);
  if (!server) return { tipo: 'LOCAL', ...comun };
  const { conexiones, limiteSegundo, limiteHora } = ajustes;
  return {
    tipo: 'SMTP',
    ...comun,
    ...server,
    conexiones,
    limiteSegundo,
    limiteHora,
    limitador: `${server.usuario ?? ''}@${server.host}`,
  };
}

type Server = Pick<Smtp, 'host' | 'puerto' | 'seguridad' | 'usuario' | 'contrasena'>;

/**
 * `smtps://` is TLS from the start. `smtp://` asks for STARTTLS, but on this very machine, where there is nobody
 * in between; `?seguridad=ninguna` goes without elsewhere too.
 */
export function parseSmtpUrl(text: string): Server {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const local = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);
  const plain = url.searchParams.get('seguridad') === 'ninguna' || local;
  const seguridad = url.protocol === 'smtps:' ? 'TLS' : plain ? 'NINGUNA' : 'STARTTLS';
  return {
    host,
    puerto: Number(url.port) || PUERTOS[seguridad],
    seguridad,
    usuario: decodeURIComponent(url.username) || null,
    contrasena: decodeURIComponent(url.password) || null,
  };
}

function serverDe(
  ajustes: AjustesRow,
  secret: string,
): (Server & { origen: 'AJUSTES' }) | undefined {
  const { smtpHost, smtpPuerto, smtpSeguridad, smtpUsuario, smtpClave } = ajustes;
  if (!smtpHost || !ajustes.remitenteEmail) return undefined;
  return {
    origen: 'AJUSTES',
    host: smtpHost,
    puerto: smtpPuerto ?? PUERTOS[smtpSeguridad],
    seguridad: smtpSeguridad,
    usuario: smtpUsuario,
    contrasena: smtpClave ? (unseal(secret, smtpClave) ?? null) : null,
  };
}

function firmaDe(
  { dkimDominio, dkimSelector, dkimClave }: AjustesRow,
  secret: string,
): Firma | null {
  if (!dkimDominio || !dkimSelector || !dkimClave) return null;
  const clavePem = unseal(secret, dkimClave) ?? '';
  return { dominio: dkimDominio, selector: dkimSelector, clavePem };
}

const address = z.email();

/** `Escuela <hola@escuela.cl>` or the address alone; undefined when it is neither. */
export function parseRemitente(text: string): { nombre: string; email: string } | undefined {
  const [, nombre = '', inside] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  const email = (inside ?? text).trim().toLowerCase();
  return address.safeParse(email).success ? { nombre: nombre.trim(), email } : undefined;
}

function remitenteDe(fromEnv: string | undefined, ajustes: AjustesRow): Comun['remitente'] {
  const given = fromEnv ? parseRemitente(fromEnv) : undefined;
  return {
    nombre: given?.nombre || ajustes.remitenteNombre || ajustes.negocioNombre,
    email: given?.email ?? ajustes.remitenteEmail ?? ajustes.negocioEmail ?? 'escuela@localhost',
  };
}
