// Takes in one bounce or complaint from its standard input, as a mail server pipes it: npm run rebote < mensaje.eml
import { join } from 'node:path';
import { readConfig } from '../src/server/core/config.ts';
import { createDb, createPool } from '../src/server/core/db/connect.ts';
import { besideServer } from '../src/server/core/db/open.ts';
import { readSecret } from '../src/server/core/secret.ts';
import { MAX_MENSAJE } from '../src/server/rebotes/leerAviso.ts';
import { type Recibido, receiveMensaje } from '../src/server/rebotes/receiveMensaje.ts';

/** Mail servers keep a message and pipe it again after this (sysexits.h). */
const EX_TEMPFAIL = 75;

/** The beginning of the message; the rest is read and passed over, so that who pipes it does not break off. */
async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    if (size < MAX_MENSAJE) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}

function tell({ nuevo, tipo, email, entendido }: Recibido): string {
  if (!nuevo) return 'Ya lo teníamos: nada cambia.';
  if (tipo === 'DURO') return `Rebote: no se escribirá más a ${email}.`;
  if (tipo === 'RECLAMO') return `Reclamo: no se escribirá más a ${email}.`;
  if (tipo === 'BLANDO') return `Rebote pasajero de ${email}: queda anotado y nada cambia.`;
  return entendido
    ? 'Quedó anotado y nada cambia.'
    : 'No es un rebote ni un reclamo que reconozcamos: nada cambia.';
}

try {
  const raw = await readInput();
  if (raw.length === 0) throw new Error('Falta el mensaje: npm run rebote < mensaje.eml');
  const config = readConfig(process.env, join(import.meta.dirname, '..'));
  const recibido = await besideServer(config, async (url) => {
    const db = createDb(createPool({ url, max: 1 }));
    const secret = readSecret(config.SECRET, config.dataDir);
    try {
      return await receiveMensaje({ db, secret, now: () => new Date() }, raw, 'ARCHIVO');
    } finally {
      await db.destroy();
    }
  });
  console.log(tell(recibido));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(EX_TEMPFAIL);
}
