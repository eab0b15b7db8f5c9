import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { suppressQueued, waitHandedOver } from '../emails/suprimir.ts';
import { cancelQueuedOf } from './consentimiento.queries.ts';

/** Why what waited for a person is taken back. */
export const BLOQUEADA = 'La persona pidió que no se usen sus datos.';

/**
 * After a suppression is committed: what was queued or taken while it was being written is settled too, and what a
 * sender had already cleared is waited for, 3 s at most, so that nothing is handed over after the answer.
 */
export async function settleBaja(db: Db, email: string, todo = false): Promise<void> {
  const respuesta = todo ? 'No se escribe a esta dirección.' : 'Se dio de baja.';
  await transaction(db, (trx) => suppressQueued(trx, email, { soloComercial: !todo, respuesta }));
  await waitHandedOver(db, email);
}

/** The same after a person was blocked: of all that goes to them. */
export async function settleBloqueo(
  db: Db,
  clienteId: number,
  email: string | null,
): Promise<void> {
  await transaction(db, (trx) => cancelQueuedOf(trx, clienteId, BLOQUEADA));
  if (email) await waitHandedOver(db, email);
}
