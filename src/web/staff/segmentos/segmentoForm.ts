import { z } from 'zod';
import { condicion } from '#contract/condicion.ts';
import { opcional, texto } from '#contract/fields.ts';
import type { Segmento } from '#contract/segmentos.ts';
import { fromCondicion, type Grupo } from './constructor/arbol.ts';
import { estaCompleto } from './constructor/problemas.ts';

/** A segment while it is being written: its condition is laid out as a tree that may lack parts. */
export const segmentoForm = z.object({
  nombre: texto(80),
  descripcion: opcional(texto(300)),
  arbol: z.custom<Grupo>().refine(estaCompleto, 'Completa o corrige las condiciones marcadas.'),
});
export type SegmentoDraft = { nombre: string; descripcion: string; arbol: Grupo };

export function segmentoValues(segmento: Segmento): SegmentoDraft {
  return {
    nombre: segmento.nombre,
    descripcion: segmento.descripcion ?? '',
    arbol: fromCondicion(condicion.parse(segmento.condicion)),
  };
}
