import type { Variable } from '#contract/plantillas.ts';
import type { Borrador } from './borrador.ts';

type Sobre = Pick<Borrador, 'tallerId' | 'cursoId' | 'productoId'>;

const temas = [
  ['taller.', 'tallerId'],
  ['curso.', 'cursoId'],
  ['producto.', 'productoId'],
] as const;

/** The variables a campaign may hold: those of a taller, a curso or a producto only when it is about one. */
export function variablesDe(todas: readonly Variable[], sobre: Sobre): Variable[] {
  return todas.filter(({ nombre }) => {
    const tema = temas.find(([prefix]) => nombre.startsWith(prefix));
    return tema === undefined || sobre[tema[1]] !== null;
  });
}
