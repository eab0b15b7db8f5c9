import type { Cifra, Dias, Proporcion } from '#contract/reportes.ts';

type Parte = { parte: number; total: number };

/** A share in tenths of a percent, or null when there is nothing to divide by. */
export const milesimas = (parte: number, total: number) =>
  total === 0 ? null : Math.round((parte * 1000) / total);

/** The share now and before, with what was divided by what. */
export function proporcionDe([ahora, antes]: Parte[], definicion: string): Proporcion {
  const { parte, total } = ahora ?? { parte: 0, total: 0 };
  const anterior = milesimas(antes?.parte ?? 0, antes?.total ?? 0);
  return { valor: milesimas(parte, total), anterior, parte, total, definicion };
}

/** Why what people did until today is not set against those who came before: they had more time for it. */
export const noSeCompara = (que: string) =>
  `No se compara: quienes llegaron antes han tenido más tiempo para ${que}.`;

/** How many of those who came in the period did something until today: compared with nothing. */
export function avanceDe({ parte, total }: Parte, definicion: string): Proporcion {
  return { valor: milesimas(parte, total), anterior: null, parte, total, definicion };
}

/** An amount or a count, now and before. */
export function cifraDe([valor = 0, anterior = 0]: number[], definicion: string): Cifra {
  return { valor, anterior, definicion };
}

/** A median of days with one decimal; null where nobody got there. */
export function diasDe(dias: number | null | undefined, definicion: string): Dias {
  const known = dias !== null && dias !== undefined;
  return { valor: known ? Math.round(dias * 10) / 10 : null, definicion };
}
