import type { Condicion } from '#contract/condicion.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { createSegmento } from '../segmentos/writeSegmento.ts';

const segmentos: { nombre: string; condicion: Condicion }[] = [
  {
    nombre: 'Vinieron y no han vuelto',
    condicion: {
      y: [
        { campo: 'compra', de: { clases: ['TALLER'] } },
        { no: { campo: 'compra', cuando: { ultimosDias: 180 } } },
      ],
    },
  },
  {
    nombre: 'Interesados recientes',
    condicion: {
      y: [
        { campo: 'estado', en: ['LEAD', 'PROSPECTO'] },
        { campo: 'capturado', cuando: { ultimosDias: 60 } },
        { o: [{ campo: 'recibeNovedades' }, { campo: 'tiene', dato: 'telefono' }] },
      ],
    },
  },
  {
    nombre: 'Quienes más compran',
    condicion: { y: [{ campo: 'gasto', min: 200_000, cuando: { ultimosDias: 365 } }] },
  },
];

/** Some groups of people that a school comes back to. */
export async function seedSegmentos(trx: Trx, ctx: Ctx): Promise<void> {
  for (const segmento of segmentos) {
    await createSegmento(trx, ctx, { ...segmento, descripcion: null });
  }
}
