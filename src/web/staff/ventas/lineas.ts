import type { LineaCobro, TipoLinea } from '#contract/cobros.ts';

/** One line of a sale: ids are of each kind's own. */
export type LineaRef = { tipo: TipoLinea; id: number };

export const sameLinea = (a: LineaRef, b: LineaRef) => a.tipo === b.tipo && a.id === b.id;
export const keyOfLinea = ({ tipo, id }: LineaRef) => `${tipo}-${id}`;

/** What annulling one line of each kind is called. */
export const anularLinea: Record<TipoLinea, string> = {
  TALLER: 'Anular inscripción',
  CURSO: 'Anular acceso',
  PRODUCTO: 'Anular kit',
};

/** How many of what: `2 cupos`, `3 unidades`; a course is one. */
export function cuantos({ tipo, cantidad }: Pick<LineaCobro, 'tipo' | 'cantidad'>): string {
  if (tipo === 'CURSO') return '1 acceso';
  const [one, many] = tipo === 'TALLER' ? ['cupo', 'cupos'] : ['unidad', 'unidades'];
  return `${cantidad} ${cantidad === 1 ? one : many}`;
}
