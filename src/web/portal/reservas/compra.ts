import { formatHorario } from '#contract/horario.ts';
import type { ReservaPublica } from '#contract/publico.ts';

export type Linea = ReservaPublica['lineas'][number];
type Lugar = NonNullable<Linea['taller']>;

const BUSINESS_ZONE = 'America/Santiago';

/** The lines that stand; of a purchase that is annulled whole, all that it had. */
export function standingLines({ lineas }: ReservaPublica): Linea[] {
  const live = lineas.filter(({ anulada }) => !anulada);
  return live.length > 0 ? live : lineas;
}

/** What was bought, in words: `«Velas» (sábado 5 de diciembre, 10:00–13:00), «Kit de velas»`. */
export function aboutPurchase(reserva: ReservaPublica): string {
  const now = new Date().toISOString();
  return standingLines(reserva)
    .map(({ titulo, taller }) =>
      taller ? `«${titulo}» (${formatHorario(taller, now)})` : `«${titulo}»`,
    )
    .join(', ');
}

/** The first workshop that is still to come. */
export function nextTaller(reserva: ReservaPublica): Lugar | undefined {
  return standingLines(reserva)
    .flatMap(({ taller }) => taller ?? [])
    .find(({ iniciaEn }) => Date.parse(iniciaEn) > Date.now());
}

/** By whose clock its deadlines are told: that of its workshop, or the school's. */
export function zoneOf({ lineas }: ReservaPublica): string {
  return lineas.find(({ taller }) => taller)?.taller?.zona ?? BUSINESS_ZONE;
}

type Noun = { name: string; feminine?: boolean; plural?: boolean };

function nounOf(reserva: ReservaPublica): Noun {
  const lines = standingLines(reserva);
  const kinds = new Set(lines.map(({ tipo }) => tipo));
  if (kinds.size !== 1) return { name: 'Tu compra', feminine: true };
  const units = lines.reduce((sum, { cantidad }) => sum + cantidad, 0);
  const many = units > 1;
  if (kinds.has('TALLER')) {
    return many ? { name: `Tus ${units} cupos`, plural: true } : { name: 'Tu cupo' };
  }
  if (kinds.has('CURSO')) {
    return many ? { name: `Tus ${units} cursos`, plural: true } : { name: 'Tu curso' };
  }
  return many ? { name: 'Tus productos', plural: true } : { name: 'Tu producto' };
}

/** What was bought and how it stands, in words that agree: `Tus 2 cupos están reservados`. */
export function sentence(reserva: ReservaPublica, participle: 'reservado' | 'confirmado'): string {
  const { name, feminine, plural } = nounOf(reserva);
  const stem = participle.slice(0, -1);
  return `${name} ${plural ? 'están' : 'está'} ${stem}${feminine ? 'a' : 'o'}${plural ? 's' : ''}`;
}
