import type { Impedimento, Tomado } from '../cola.queries.ts';
import type { Acuse } from './acuses.ts';
import { consecuenciaDe, esperaDe, MAX_INTENTOS } from './consecuencia.policy.ts';
import type { FalloSmtp } from './fallo.ts';

type Visto = Pick<Tomado, 'id' | 'campanaId' | 'intentos' | 'incierto'>;

/** A message as it was before it was taken: nobody got it, and the try does not count. */
export function devuelto({ id, intentos }: Visto): Acuse {
  return {
    id,
    estado: 'EN_COLA',
    asunto: null,
    respuesta: null,
    enviadoEn: null,
    disponibleEn: null,
    intentos,
    entregaEn: null,
    incierto: false,
    ritmo: null,
  };
}

/** A server took it. Instants are ISO 8601 UTC. */
export function entregado(email: Visto, asunto: string, respuesta: string, now: string): Acuse {
  const { intentos } = email;
  return {
    ...devuelto(email),
    estado: 'ENVIADO',
    asunto,
    respuesta: respuesta.slice(0, 300),
    enviadoEn: now,
    intentos: intentos + 1,
    entregaEn: now,
  };
}

/** Built in full and kept here: there is no server to send it by. */
export function guardado(email: Visto, asunto: string, now: string): Acuse {
  const respuesta = 'Bandeja local: no se envió a nadie.';
  return { ...devuelto(email), estado: 'LOCAL', asunto, respuesta, enviadoEn: now };
}

const palabras: Record<Impedimento, Pick<Acuse, 'estado' | 'respuesta'>> = {
  VENCIDO: { estado: 'CANCELADO', respuesta: 'Venció antes de poder enviarse.' },
  SUPRIMIDO: { estado: 'SUPRIMIDO', respuesta: 'La dirección está en la lista de supresión.' },
  BLOQUEADO: { estado: 'SUPRIMIDO', respuesta: 'La persona pidió bloquear sus datos.' },
  SIN_CONSENTIMIENTO: {
    estado: 'SUPRIMIDO',
    respuesta: 'La persona ya no acepta recibir novedades.',
  },
};

/** It must not be sent, and why. */
export function impedido(email: Visto, impedimento: Impedimento): Acuse {
  return { ...devuelto(email), ...palabras[impedimento] };
}

export function cancelado(email: Visto, motivo: string): Acuse {
  return { ...devuelto(email), estado: 'CANCELADO', respuesta: motivo };
}

export function fallido(email: Visto, motivo: string): Acuse {
  return { ...devuelto(email), estado: 'FALLIDO', respuesta: motivo.slice(0, 300) };
}

/** It goes again later, unless it was tried often enough. */
export function reintento(
  email: Visto,
  motivo: string,
  at: { now: string; chance: number },
): Acuse {
  const intentos = email.intentos + 1;
  if (intentos >= MAX_INTENTOS) return { ...fallido(email, motivo), intentos };
  return {
    ...devuelto(email),
    respuesta: motivo.slice(0, 300),
    intentos,
    disponibleEn: new Date(Date.parse(at.now) + esperaDe(intentos, at.chance)).toISOString(),
  };
}

/** How a message ends that the server did not take. Pauses and outages leave it as it was. */
export function trasFallo(
  email: Visto,
  fallo: FalloSmtp,
  at: { now: string; chance: number },
): Acuse {
  const { tipo } = consecuenciaDe(fallo);
  const { respuesta } = fallo;
  switch (tipo) {
    case 'TRANSPORTE':
      return { ...devuelto(email), respuesta };
    case 'PAUSAR':
      // Its campaign waits for someone to mend it; what belongs to none is tried again.
      if (email.campanaId === null && fallo.fase !== 'SESION')
        return reintento(email, respuesta, at);
      return { ...devuelto(email), respuesta };
    case 'REINTENTAR':
      return reintento(email, respuesta, at);
    case 'FALLIDO':
      return { ...fallido(email, respuesta), intentos: email.intentos + 1 };
    case 'INCIERTO': {
      const again = { ...reintento(email, respuesta, at), incierto: true };
      if (!email.incierto && again.estado === 'EN_COLA') return again;
      return { ...again, estado: 'INCIERTO', disponibleEn: null, entregaEn: at.now };
    }
  }
}
