import type { ClaveAutomatico } from '#contract/emails.ts';
import type { Trx } from '../core/db/connect.ts';

/** A queued automatic mail whose words are to be made. */
export type PorArmar = {
  id: number;
  automatico: ClaveAutomatico;
  clienteId: number | null;
  email: string;
  referencia: Record<string, number | string>;
};

/**
 * Its content and the values that fill it. `secretos` are used once and never kept: they are made anew at each try.
 * `cancelar` says why it is no longer worth sending.
 */
export type Armado =
  | { contenidoId: number; datos: Record<string, unknown>; secretos?: Record<string, string> }
  | { cancelar: string };

/** What makes automatic mails: given to the sender, which knows no feature above it. */
export type Armar = (trx: Trx, now: string, email: PorArmar) => Promise<Armado>;
