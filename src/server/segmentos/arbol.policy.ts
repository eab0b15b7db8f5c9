import type { Condicion, Hoja } from '#contract/condicion.ts';

/** Every single condition of a tree, in its order. */
export function hojasDe(condicion: Condicion): Hoja[] {
  if ('y' in condicion) return condicion.y.flatMap(hojasDe);
  if ('o' in condicion) return condicion.o.flatMap(hojasDe);
  return 'no' in condicion ? hojasDe(condicion.no) : [condicion];
}

/** The interests by which everyone who meets a condition meets it; none where some may meet it otherwise. */
export function interesesDe(condicion: Condicion): number[] {
  if ('y' in condicion) return condicion.y.flatMap(interesesDe);
  if ('no' in condicion) return [];
  if ('campo' in condicion) return condicion.campo === 'interes' ? condicion.intereses : [];
  const each = condicion.o.map(interesesDe);
  return each.every((intereses) => intereses.length > 0) ? each.flat() : [];
}
