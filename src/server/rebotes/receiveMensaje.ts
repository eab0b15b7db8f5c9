import { createHash } from 'node:crypto';
import { email as esEmail } from '#contract/fields.ts';
import { type Deps, jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { identificar } from './identificar.ts';
import { type Aviso, leerAviso } from './leerAviso.ts';
import { selectMensaje, type Via } from './rebotes.queries.ts';
import { type Registrado, registerRebote, settleRebote } from './registerRebote.ts';

export type Recibido = Registrado & { entendido: boolean };

/**
 * Takes in a message that came to the address for bounces: recognised or not, it is recorded, once. It counts only
 * when it proves which of our messages it is about.
 */
export async function receiveMensaje(
  { db, secret, now }: Pick<Deps, 'db' | 'secret' | 'now'>,
  raw: Buffer,
  via: Via,
): Promise<Recibido> {
  const aviso = await leerAviso(raw);
  const id = identificar(secret, aviso);
  const { tipo, codigo, detalle, entendido } = aviso;
  const registrado = await transaction(db, async (trx) => {
    const mensaje = id === undefined ? undefined : await selectMensaje(trx, id);
    return registerRebote(trx, jobCtx(now(), 'rebote'), {
      huella: huellaDe(aviso, id, raw),
      tipo,
      codigo,
      detalle,
      via,
      mensaje,
      email: esEmail.safeParse(aviso.email).data ?? null,
      confiable: false,
    });
  });
  await settleRebote(db, registrado);
  return { ...registrado, entendido };
}

/** By its own Message-ID, as the same report may come by another way with other fields of delivery; else by all of it. */
function huellaDe({ id, tipo, codigo }: Aviso, emailLogId: number | undefined, raw: Buffer) {
  const hash = createHash('sha256');
  if (id) hash.update(['mensaje', id, emailLogId, tipo, codigo].join('\n'));
  else hash.update(raw);
  return hash.digest('base64url');
}
