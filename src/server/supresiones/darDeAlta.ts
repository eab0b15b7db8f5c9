import { insertConsentimiento } from '../clientes/captura.queries.ts';
import { readTextoConsentimiento } from '../clientes/consentimiento.queries.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { lockPersonas, quiereNovedades } from './consentimiento.queries.ts';
import { deleteSupresionRow } from './supresiones.queries.ts';

export type Alta = {
  clienteId: number;
  /** Lower case; whoever acts has proven that it is theirs. */
  email: string;
  canal: string;
  evidencia: Record<string, unknown>;
  /** What they agreed to, when it is not the words of today: it is a consent of its own then. */
  texto?: { texto: string; version: number };
};

/**
 * The owner of an address wants news: their consent is written, and a BAJA of that address ends. What stops all mail
 * stays. Saying again what they said last adds nothing.
 */
export async function darDeAlta(trx: Trx, ctx: Ctx, alta: Alta): Promise<void> {
  const { clienteId, email, canal, evidencia, texto } = alta;
  await lockPersonas(trx, email, clienteId);
  if (!texto && (await quiereNovedades(trx, { clienteId, email }))) return;
  await deleteSupresionRow(trx, email, 'BAJA');
  const words = texto ?? (await readTextoConsentimiento(trx));
  await insertConsentimiento(trx, { ...words, clienteId, email, canal, evidencia, now: ctx.now });
}
