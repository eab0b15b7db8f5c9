import { nombreComuna } from '#contract/comunas.ts';
import {
  diasHasta,
  formatFecha,
  formatHorario,
  type Horario,
  nombreZona,
} from '#contract/horario.ts';

/** A schedule by its own clock, which is named where it is not that of the business. */
export function horarioDe(horario: Horario, zonaNegocio: string, now: string): string {
  const zona = nombreZona(horario, zonaNegocio);
  return formatHorario(horario, now) + (zona ? ` (${zona})` : '');
}

/** `hoy`, `mañana` or `el sábado 5 de diciembre`, by the calendar of the Taller's zone. */
export function cuandoDe({ iniciaEn, zona }: Omit<Horario, 'terminaEn'>, now: string): string {
  const dias = diasHasta(iniciaEn, zona, now);
  if (dias === 0) return 'hoy';
  return dias === 1 ? 'mañana' : `el ${formatFecha(iniciaEn, zona, now)}`;
}

type Lugar = {
  modalidad: 'PRESENCIAL' | 'EN_VIVO';
  lugar: string | null;
  direccion: string | null;
  comuna: string | null;
};

/** Where to go, in one line; null when nothing of it is known. */
export function dondeDe({ modalidad, lugar, direccion, comuna }: Lugar): string | null {
  if (modalidad === 'EN_VIVO') return 'en vivo por internet';
  return [lugar, direccion, comuna && nombreComuna(comuna)].filter(Boolean).join(', ') || null;
}
