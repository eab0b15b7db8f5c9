import type { Audiencia } from '#contract/campanas.ts';
import type { Condicion } from '#contract/condicion.ts';
import { tellCondicion } from '../segmentos/frase.policy.ts';
import { type Nombres, unidos } from '../segmentos/hojas/palabras.policy.ts';
import { toCondicion } from './filtro.policy.ts';

const cifra = (n: number) => n.toLocaleString('es-CL', { useGrouping: 'always' });
const pagos = { PENDIENTE: 'pendientes', ABONADO: 'con abono', PAGADO: 'pagados' };

/** A segment with its name, as far as it is still there, and what it says or said. */
export type SegmentoDicho = { nombre: string | undefined; condicion: Condicion | undefined };

function tellSegmento({ nombre, condicion }: SegmentoDicho, nombres: Nombres): string {
  const which = nombre ? `Segmento «${nombre}»` : 'Un segmento que ya no existe';
  if (!condicion) return `${which}.`;
  const frase = tellCondicion(condicion, nombres);
  return `${which}: ${frase.charAt(0).toLowerCase()}${frase.slice(1)}`;
}

/** An audience as people say it: `Personas con interés en Cerámica, de estado Cliente, que no compraron «Gres».` */
export function tellAudiencia(
  audiencia: Audiencia,
  nombres: Nombres,
  segmento: SegmentoDicho = { nombre: undefined, condicion: undefined },
): string {
  switch (audiencia.modo) {
    case 'FILTRO':
      return tellCondicion(toCondicion(audiencia.filtro), nombres);
    case 'SEGMENTO':
      return tellSegmento(segmento, nombres);
    case 'CLIENTES': {
      const n = new Set(audiencia.clientes).size;
      return n === 1 ? '1 persona elegida a mano.' : `${cifra(n)} personas elegidas a mano.`;
    }
    case 'ASISTENTES': {
      const titulo = nombres.talleres.get(audiencia.tallerId);
      const estados = audiencia.estados ?? [];
      const con = estados.length > 0 ? `, con cupos ${unidos(estados.map((e) => pagos[e]))}` : '';
      return titulo
        ? `Inscritos en «${titulo}»${con}.`
        : `Inscritos en un taller que ya no existe${con}.`;
    }
  }
}
