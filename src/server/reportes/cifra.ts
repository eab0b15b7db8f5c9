import type { Cifra, Dias, Proporcion } from '#contract/reportes.ts';

type Parte = { parte: number; total: number };

/** A share in tenths of a percent, or null when there is nothing to divide by. */
export const milesimas = (parte: number, total: number) =>
  total === 0 ? null : Math.round((parte * 1000) / total);

/** The share now and before, with what was divided by what. */
export function proporcionDe([ahora, antes]: Parte[], definicion: string): Proporcion {
  const { parte, total } = ahora ?? { parte: 0, total: 0 };
  return {
    valor: milesimas(parte, total),
    anterior: milesimas(antes?.parte ?? 0, antes?.total ?? 0),
    parte,
    total,
    definicion,
  };
}

/** An amount or a count, now and before. */
export function cifraDe([valor = 0, anterior = 0]: number[], definicion: string): Cifra {
  return { valor, anterior, definicion };
}

const decimo = (dias: number | null | undefined) =>
  dias === null || dias === undefined ? null : Math.round(dias * 10) / 10;

/** A median of days, now and before, with one decimal; null where nobody got there. */
export function diasDe([valor, anterior]: (number | null | undefined)[], definicion: string): Dias {
  return { valor: decimo(valor), anterior: decimo(anterior), definicion };
}
