import { setTimeout as sleep } from 'node:timers/promises';
import type { Db, Trx } from '../core/db/connect.ts';
import { insertSupresiones } from './supresion.queries.ts';

/**
 * Settles what waits for an address as SUPRIMIDO: in the queue, or taken but not cleared for the hand-over. What a
 * sender is about to clear waits for the caller's transaction and then is no longer its own.
 * @returns how many.
 */
export async function suppressQueued(
  trx: Trx,
  email: string,
  { soloComercial, respuesta }: { soloComercial: boolean; respuesta: string },
): Promise<number> {
  const rows = await trx
    .updateTable('emailLog')
    .set({ estado: 'SUPRIMIDO', tomadoPor: null, tomadoHasta: null, respuesta })
    .where('email', '=', email)
    .where('estado', 'in', ['EN_COLA', 'TOMADO'])
    .where('entregaEn', 'is', null)
    .$if(soloComercial, (qb) => qb.where('comercial', '=', true))
    .returning('id')
    .execute();
  return rows.length;
}

const STEP_MS = 50;
const MAX_MS = 3_000;

/** Waits until no message to that address is being handed over, so that what is said next is true; 3 s at most. */
export async function waitHandedOver(db: Db, email: string): Promise<void> {
  for (let waited = 0; waited < MAX_MS; waited += STEP_MS) {
    const flying = await db
      .selectFrom('emailLog')
      .select('id')
      .where('email', '=', email)
      .where('estado', '=', 'TOMADO')
      .where('entregaEn', 'is not', null)
      .executeTakeFirst();
    if (!flying) return;
    await sleep(STEP_MS);
  }
}

/** Never to write to an address again that does not exist; what waits for it is settled too. */
export async function suppressAddress(
  trx: Trx,
  input: { email: string; emailLogId: number; detalle: string; now: string },
): Promise<void> {
  const { email, emailLogId, detalle, now } = input;
  await insertSupresiones(trx, [email], {
    motivo: 'REBOTE',
    detalle,
    emailLogId,
    creadoPor: null,
    now,
  });
  const respuesta = 'La dirección no existe.';
  await suppressQueued(trx, email, { soloComercial: false, respuesta });
}
