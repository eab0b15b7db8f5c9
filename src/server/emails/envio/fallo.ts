import type { Fase } from './consecuencia.policy.ts';

type Detalle = { code?: string; command?: string; response?: string; responseCode?: number };

const MAX_ANSWER = 300;

/** A message that a server did not take, or of which nobody knows whether it did. */
export class FalloSmtp extends Error {
  readonly fase: Fase;
  /** The reply code (RFC 5321); null when there was no reply. */
  readonly codigo: number | null;
  /** The enhanced status code (RFC 3463), as `5.1.1`. */
  readonly estado: string | null;
  /** What the server said, or what happened to the line. */
  readonly respuesta: string;
  /** The whole message was on its way and no answer came: it may have been received. */
  readonly incierto: boolean;

  constructor(cause: unknown, fase: Fase, handedOver: boolean) {
    const { response, responseCode, code } = (cause ?? {}) as Detalle;
    const text = response || (cause instanceof Error ? cause.message : String(cause));
    super(text);
    this.fase = code === 'EAUTH' ? 'SESION' : fase;
    this.codigo = responseCode ?? null;
    this.estado = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? null;
    this.respuesta = text.replace(/\s+/g, ' ').trim().slice(0, MAX_ANSWER);
    this.incierto = handedOver && this.codigo === null;
  }
}

/** The phase that nodemailer names by the command it had sent; without a reply, the message is what it hung on. */
export function faseDe(cause: unknown): Fase {
  const { command = '' } = (cause ?? {}) as Detalle;
  if (command.startsWith('MAIL')) return 'REMITENTE';
  if (command.startsWith('RCPT')) return 'DESTINATARIO';
  return 'DATOS';
}
