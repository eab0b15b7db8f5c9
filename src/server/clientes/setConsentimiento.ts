import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { insertConsentimiento } from './captura.queries.ts';
import { isSuscrito, readTextoConsentimiento } from './consentimiento.queries.ts';

/**
 * Records that a Cliente gives or withdraws the consent to be written to, with the words of today. Saying
 * again what they said last adds nothing. The caller holds the Cliente's row.
 */
export async function setConsentimiento(
  trx: Trx,
  ctx: Ctx,
  input: {
    clienteId: number;
    email: string;
    acepta: boolean;
    canal: string;
    evidencia: Record<string, unknown>;
  },
): Promise<void> {
  const { acepta, ...rest } = input;
  if ((await isSuscrito(trx, input.clienteId)) === acepta) return;
  const { texto, version } = await readTextoConsentimiento(trx);
  const accion = acepta ? 'OTORGADO' : 'RETIRADO';
  await insertConsentimiento(trx, { ...rest, texto, version, accion, now: ctx.now });
}
