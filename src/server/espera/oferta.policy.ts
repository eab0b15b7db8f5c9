import { formatHorario, formatMomento, type Horario } from '#contract/horario.ts';

const HOUR_MS = 3_600_000;

/** Until when an offer made now holds its seats (ISO 8601 UTC): some hours, or until the Taller begins. */
export function ofertaHasta(
  { horasOferta, iniciaEn }: { horasOferta: number; iniciaEn: string },
  now: string,
): string {
  const end = new Date(Date.parse(now) + horasOferta * HOUR_MS).toISOString();
  return end < iniciaEn ? end : iniciaEn;
}

/** What the person is told of an offer; the link to answer it follows the text. */
export function textoDeOferta(
  taller: Horario & { titulo: string },
  { nombres, cantidad, venceEn }: { nombres: string; cantidad: number; venceEn: string },
  now: string,
): { asunto: string; texto: string } {
  const [seats, kept, take] =
    cantidad === 1
      ? ['Se liberó 1 cupo', 'Te lo guardamos', 'Acéptalo o déjalo pasar aquí:']
      : [`Se liberaron ${cantidad} cupos`, 'Te los guardamos', 'Acéptalos o déjalos pasar aquí:'];
  const cuando = formatHorario(taller, now);
  const hasta = formatMomento(venceEn, taller.zona, now);
  return {
    asunto: `${seats} en «${taller.titulo}»`,
    texto: `Hola ${nombres}: ${seats.charAt(0).toLowerCase()}${seats.slice(1)} para ti en «${taller.titulo}» (${cuando}). ${kept} hasta el ${hasta}. ${take}`,
  };
}
