import type { EstadoEmail } from '#contract/emails.ts';

/** What decides whether a message may be sent again. Instants are ISO 8601 UTC. */
export type Reenviable = {
  estado: EstadoEmail;
  comercial: boolean;
  venceEn: string | null;
  /** The copy that was already made of it. */
  reenvio: number | null;
  /** Where it would go. */
  destino: string | null;
  /** Why that address is not written to, if it is not. */
  supresion: 'BAJA' | 'REBOTE' | 'RECLAMO' | 'MANUAL' | null;
  bloqueado: boolean;
  /** Of a promotional message of a campaign: whether the person agrees to those now. */
  consiente: boolean;
};

const REENVIABLES: ReadonlySet<EstadoEmail> = new Set([
  'FALLIDO',
  'INCIERTO',
  'LOCAL',
  'SUPRIMIDO',
]);

const estados: Partial<Record<EstadoEmail, string>> = {
  EN_COLA: 'Este correo todavía espera su turno: sale solo.',
  TOMADO: 'Este correo se está enviando ahora.',
  ENVIADO: 'Este correo ya se envió.',
  CANCELADO: 'Este correo se canceló. Si aún hace falta, escribe uno nuevo.',
};

const suprimida = 'La dirección está en la lista de bajas y rebotes';

/**
 * Why a message must not be sent again now, in words for the person who asked; undefined when it may.
 * One that failed, was lost in the local outbox, is uncertain or was stopped may be, once, as long as nothing
 * stands against it any more.
 */
export function impedimentoDeReenvio(email: Reenviable, now: string): string | undefined {
  if (!REENVIABLES.has(email.estado)) return estados[email.estado];
  if (email.reenvio !== null) return `Ya se envió de nuevo: es el correo ${email.reenvio}.`;
  if (email.venceEn !== null && email.venceEn <= now) {
    return 'Este correo ya no sirve: pasó el momento de lo que avisaba.';
  }
  if (email.destino === null) return 'Esta persona ya no tiene correo.';
  if (email.bloqueado) return 'Esta persona pidió que no usemos sus datos para escribirle.';
  if (email.supresion && (email.comercial || email.supresion !== 'BAJA')) {
    return `${suprimida}. Si corresponde, levántala primero en Bajas.`;
  }
  if (!email.consiente) return 'Esta persona ya no acepta recibir novedades.';
  return undefined;
}
