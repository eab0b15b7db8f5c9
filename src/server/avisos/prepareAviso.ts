import type { TipoAviso } from '#contract/avisos.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { upsertAviso } from './avisos.queries.ts';

export type NuevoAviso = {
  tipo: TipoAviso;
  clienteId: number;
  /** What it speaks of (`espera:12`): a tipo and its referencia name one aviso. */
  referencia: string;
  asunto: string;
  /** What the person will read, in plain Spanish, without the link. */
  texto: string;
  /** The path of its link on our own address (`/espera/ABCD`); null when it has none or it is made on sending. */
  enlace: string | null;
  /** ISO 8601 UTC; from then on it is no longer worth sending. */
  venceEn?: string | null;
};

/**
 * Leaves a message for staff to send. Prepared again for the same thing, it takes the new words and is
 * pending again, though it was sent or discarded before.
 * @returns its id
 */
export function prepareAviso(trx: Trx, ctx: Ctx, aviso: NuevoAviso): Promise<number> {
  return upsertAviso(trx, { ...aviso, venceEn: aviso.venceEn ?? null }, ctx.now);
}
