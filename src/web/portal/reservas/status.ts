import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { ReservaPublica } from '#contract/publico.ts';
import type { Tone } from '../../ui/EstadoBadge.tsx';
import { nextTaller, sentence, standingLines, zoneOf } from './compra.ts';

export type Status = { tone: Tone; word: string; title: string; text: string };

/** In words: what state a purchase is in, and what its buyer has to do. */
export function statusOf(reserva: ReservaPublica): Status {
  const { estado, vencida, pagado, saldo, total, venceEn } = reserva;
  if (vencida) return { tone: 'off', word: 'Vencida', ...expired(reserva) };
  switch (estado) {
    case 'ANULADO':
      return {
        tone: 'off',
        word: 'Anulada',
        title: 'Esta compra fue anulada',
        text:
          pagado > 0
            ? 'Tienes dinero a tu favor. Escríbenos para acordar la devolución.'
            : 'No debes nada. Si crees que es un error, escríbenos.',
      };
    case 'PAGADO':
      return {
        tone: 'ok',
        word: total === 0 ? 'Confirmada' : 'Pagada',
        title: `¡Listo! ${sentence(reserva, 'confirmado')}`,
        text: [
          total > 0 && 'Recibimos tu pago completo.',
          nextTaller(reserva) ? 'Te esperamos.' : 'Gracias.',
        ]
          .filter(Boolean)
          .join(' '),
      };
    case 'ABONADO':
      return {
        tone: 'half',
        word: 'Abonada',
        title: sentence(reserva, 'confirmado'),
        text: `Recibimos ${formatPesos(pagado)}. Te faltan ${formatPesos(saldo)} por pagar.`,
      };
    case 'PENDIENTE': {
      const until = venceEn && formatMomento(venceEn, zoneOf(reserva), new Date().toISOString());
      return {
        tone: 'warn',
        word: 'Por pagar',
        title: sentence(reserva, 'reservado'),
        text: until
          ? `Para confirmar, transfiere ${formatPesos(saldo)} antes del ${until}. Después de ese momento la reserva se libera.`
          : `Para confirmar, transfiere ${formatPesos(saldo)}.`,
      };
    }
  }
}

function expired(reserva: ReservaPublica): Pick<Status, 'title' | 'text'> {
  const what = standingLines(reserva).some(({ taller }) => taller)
    ? 'el cupo se liberó'
    : 'se liberó';
  const text =
    reserva.pagado > 0
      ? `El plazo para pagar terminó y ${what}. Ya nos pagaste una parte: escríbenos para resolverlo.`
      : `El plazo para pagar terminó y ${what}.${
          nextTaller(reserva) ? ' Si todavía quedan, puedes inscribirte de nuevo.' : ''
        }`;
  return { title: 'Esta reserva venció', text };
}
