import type { EsperaPublica } from '#contract/espera.ts';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { Tone } from '../../ui/EstadoBadge.tsx';

export type Words = { tone: Tone; word: string; title: string; text: string };

/** In words: how one stands in a waitlist, and what comes next. */
export function wordsOf(espera: EsperaPublica): Words {
  const { estado, lugar, cantidad } = espera;
  const many = cantidad > 1;
  switch (estado) {
    case 'ESPERANDO':
      return {
        tone: 'neutral',
        word: 'Esperando',
        title: lugar === 1 ? 'Tienes el primer lugar' : `Tienes el lugar ${lugar}`,
        text: many
          ? `Cuando haya ${cantidad} cupos juntos te los ofrecemos por orden de llegada. Te escribiremos, y también lo verás en esta página.`
          : 'Cuando se libere un cupo se ofrece por orden de llegada. Te escribiremos, y también lo verás en esta página.',
      };
    case 'OFRECIDA':
      return {
        tone: 'info',
        word: many ? 'Cupos ofrecidos' : 'Cupo ofrecido',
        title: many ? `Hay ${cantidad} cupos para ti` : 'Hay un cupo para ti',
        text: offer(espera),
      };
    case 'ACEPTADA':
      return {
        tone: 'ok',
        word: 'Aceptada',
        title: many ? 'Aceptaste los cupos' : 'Aceptaste el cupo',
        text: 'En tu reserva ves cómo va y cómo pagar.',
      };
    case 'VENCIDA':
      return {
        tone: 'off',
        word: 'Venció',
        title: 'La oferta venció',
        text: 'El plazo para responder terminó y se ofreció a la siguiente persona. Si todavía te interesa, puedes anotarte otra vez.',
      };
    case 'RETIRADA':
      return {
        tone: 'off',
        word: 'Fuera de la lista',
        title: 'Ya no estás en la lista de espera',
        text: 'No te ofreceremos cupos de este taller. Si cambias de idea, puedes anotarte otra vez.',
      };
    case 'CERRADA':
      return {
        tone: 'off',
        word: 'Lista cerrada',
        title: 'La lista de espera se cerró',
        text: 'El taller ya comenzó o no se realizará, y esta vez no alcanzó un cupo para ti.',
      };
  }
}

function offer({ cantidad, ofertaVenceEn, horasReserva, total, taller }: EsperaPublica): string {
  const now = new Date().toISOString();
  const it = cantidad === 1 ? 'lo' : 'los';
  const until = ofertaVenceEn && ` hasta el ${formatMomento(ofertaVenceEn, taller.zona, now)}`;
  const hours = horasReserva === 1 ? '1 hora' : `${horasReserva} horas`;
  const pay =
    total === 0
      ? `Si ${it} aceptas, la inscripción queda lista.`
      : `Si ${it} aceptas, tienes hasta ${hours} para pagar ${formatPesos(total)} por transferencia.`;
  return `Te ${it} guardamos${until ?? ''}. ${pay}`;
}
