import { ImapFlow } from 'imapflow';
import type { Deps } from '../core/context.ts';
import { unseal } from '../core/keys.ts';
import { explainFallo, PUERTOS_IMAP } from '../correo/fallo.policy.ts';
import { MAX_MENSAJE } from './leerAviso.ts';
import { selectEntradas, writeRevision } from './rebotes.queries.ts';
import { receiveMensaje } from './receiveMensaje.ts';

/** How much is read at a time: what is left waits for the next. */
const MAX_BATCH = 200;
const MAX_MS = 60_000;
const PLAZOS = { connectionTimeout: 15_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export type Revision = { bien: boolean; detalle: string; leidos: number; rebotes: number };

type Buzon = {
  host: string;
  puerto: number;
  seguridad: 'STARTTLS' | 'TLS' | 'NINGUNA';
  usuario: string;
  clave: string;
};

/**
 * Reads what is unread in the mailbox for bounces and marks it as read; what is no report is flagged too, for a
 * person to look at. Nothing is deleted. What fails half-way stays unread and is read again. The outcome is kept with
 * the settings.
 * @returns undefined when no mailbox is set up.
 */
export async function revisarBuzon(deps: Deps): Promise<Revision | undefined> {
  const buzon = await readBuzon(deps);
  if (!buzon) return undefined;
  const revision =
    'falta' in buzon
      ? { bien: false, detalle: buzon.falta, leidos: 0, rebotes: 0 }
      : await readUnseen(deps, buzon);
  const error = revision.bien ? null : revision.detalle;
  await writeRevision(deps.db, error, deps.now().toISOString());
  return revision;
}

async function readBuzon({ db, secret }: Deps): Promise<Buzon | { falta: string } | undefined> {
  const row = await selectEntradas(db);
  if (!row.buzonHost || !row.buzonPuerto || !row.buzonUsuario || !row.buzonClave) return undefined;
  const clave = unseal(secret, row.buzonClave);
  if (clave === undefined) {
    return { falta: 'La contraseña del buzón se guardó con otro SECRET. Escríbela de nuevo.' };
  }
  const { buzonHost: host, buzonPuerto: puerto, buzonSeguridad: seguridad } = row;
  return { host, puerto, seguridad, usuario: row.buzonUsuario, clave };
}

async function readUnseen(deps: Deps, buzon: Buzon): Promise<Revision> {
  const client = new ImapFlow({
    host: buzon.host,
    port: buzon.puerto,
    secure: buzon.seguridad === 'TLS',
    ...(buzon.seguridad === 'TLS' ? {} : { doSTARTTLS: buzon.seguridad === 'STARTTLS' }),
    auth: { user: buzon.usuario, pass: buzon.clave },
    logger: false,
    disableAutoIdle: true,
    ...PLAZOS,
  });
  // A line that breaks between two commands; the next command fails by it and is answered for below.
  client.on('error', () => {});
  const count = { leidos: 0, rebotes: 0 };
  try {
    await client.connect();
    await client.mailboxOpen('INBOX');
    const unseen = (await client.search({ seen: false }, { uid: true })) || [];
    const until = Date.now() + MAX_MS;
    for (const uid of unseen.slice(0, MAX_BATCH)) {
      if (Date.now() > until) break;
      const message = await client.fetchOne(
        String(uid),
        { source: { maxLength: MAX_MENSAJE } },
        { uid: true },
      );
      const source = message ? message.source : undefined;
      if (!source) continue;
      const { entendido, tipo, nuevo } = await receiveMensaje(deps, source, 'BUZON').catch(
        (cause) => {
          throw new NotKept('a report could not be kept', { cause });
        },
      );
      const flags = entendido ? ['\\Seen'] : ['\\Seen', '\\Flagged'];
      await client.messageFlagsAdd(String(uid), flags, { uid: true });
      count.leidos += 1;
      if (nuevo && tipo !== 'OTRO') count.rebotes += 1;
    }
    await client.logout();
    return { bien: true, detalle: summaryOf(count), ...count };
  } catch (error) {
    client.close();
    deps.log.warn({ err: error }, 'the mailbox for bounces could not be read');
    return { bien: false, detalle: explain(error, buzon), ...count };
  }
}

/** The mailbox is well; what was read could not be written down. */
class NotKept extends Error {}

function explain(error: unknown, buzon: Buzon): string {
  if (error instanceof NotKept) {
    return 'Leímos el buzón, pero no pudimos guardar lo leído. Lo intentaremos de nuevo.';
  }
  const { code, message, responseText } = error as Error & { code?: string; responseText?: string };
  const failedLogin = 'authenticationFailed' in (error as object) ? 'authentication failed:' : '';
  const texto = [failedLogin, code, responseText ?? message].filter(Boolean).join(' ');
  return explainFallo({ texto }, { ...buzon, usuales: PUERTOS_IMAP });
}

function summaryOf({ leidos, rebotes }: { leidos: number; rebotes: number }): string {
  if (leidos === 0) return 'Entramos al buzón. No había mensajes sin leer.';
  const read = leidos === 1 ? 'Leímos un mensaje' : `Leímos ${leidos} mensajes`;
  const found =
    rebotes === 1
      ? 'uno era un rebote o reclamo nuevo'
      : `${rebotes} eran rebotes o reclamos nuevos`;
  return `${read}; ${found}.`;
}
