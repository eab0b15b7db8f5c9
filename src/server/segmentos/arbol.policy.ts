import type { Condicion, Hoja } from '#contract/condicion.ts';

/** Every single condition of a tree, in its order. */
export function hojasDe(condicion: Condicion): Hoja[] {
  if ('y' in condicion) return condicion.y.flatMap(hojasDe);
  if ('o' in condicion) return condicion.o.flatMap(hojasDe);
  return 'no' in condicion ? hojasDe(condicion.no) : [condicion];
}
