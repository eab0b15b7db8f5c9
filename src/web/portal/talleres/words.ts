import { nombreComuna } from '#contract/comunas.ts';
import { formatPesos } from '#contract/money.ts';
import type { TallerPublicoItem } from '#contract/publico.ts';
import type { Tone } from '../../ui/EstadoBadge.tsx';

export function priceText(precio: number): string {
  return precio === 0 ? 'Gratis' : formatPesos(precio);
}

type Place = Pick<TallerPublicoItem, 'modalidad' | 'lugar' | 'comuna'>;

/** Where it is, in one line. */
export function placeText({ modalidad, lugar, comuna }: Place): string {
  if (modalidad === 'EN_VIVO') return 'En vivo por internet';
  const parts = [lugar, comuna && (nombreComuna(comuna) ?? comuna)].filter(Boolean);
  return parts.join(', ') || 'Lugar por confirmar';
}

const FEW = 5;

type Seats = Pick<TallerPublicoItem, 'cuposLibres' | 'disponibilidad'>;

/** The free seats in words, with the tone of their urgency. */
export function seatsText({ cuposLibres, disponibilidad }: Seats): { text: string; tone: Tone } {
  if (disponibilidad === 'ANULADO') return { text: 'Anulado', tone: 'off' };
  if (disponibilidad === 'TERMINADO') return { text: 'Ya comenzó', tone: 'off' };
  if (disponibilidad === 'COMPLETO') return { text: 'Completo', tone: 'off' };
  if (cuposLibres === 1) return { text: 'Queda 1 cupo', tone: 'warn' };
  if (cuposLibres <= FEW) return { text: `Quedan ${cuposLibres} cupos`, tone: 'warn' };
  return { text: `${cuposLibres} cupos libres`, tone: 'ok' };
}

export function seatsCount(cantidad: number): string {
  return cantidad === 1 ? '1 cupo' : `${cantidad} cupos`;
}
