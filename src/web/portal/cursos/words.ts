import { formatDuracion } from '#contract/duracion.ts';
import type { CursoPublicoItem } from '#contract/publico.ts';

export const lessonsText = (n: number) => (n === 1 ? '1 lección' : `${n} lecciones`);

type Length = Pick<CursoPublicoItem, 'lecciones' | 'duracionSegundos'>;

/** How much there is to see, in one line. */
export function lengthText({ lecciones, duracionSegundos }: Length): string {
  const parts = [lessonsText(lecciones), duracionSegundos > 0 && formatDuracion(duracionSegundos)];
  return parts.filter(Boolean).join(' · ');
}

/** How long one may watch; null is for ever. */
export function accessText(dias: number | null): string {
  if (dias === null) return 'Para siempre, las veces que quieras';
  if (dias % 365 === 0) return dias === 365 ? 'Durante 1 año' : `Durante ${dias / 365} años`;
  return dias === 1 ? 'Durante 1 día' : `Durante ${dias} días`;
}
