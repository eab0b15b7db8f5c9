import { type Audiencia, audiencia as esquema, type FiltroAudiencia } from '#contract/campanas.ts';
import { sinVacios } from '../filtro.ts';

type Asistentes = Extract<Audiencia, { modo: 'ASISTENTES' }>;

/** An audience while it is being chosen: nobody yet, no segment or no workshop yet. */
export type AudienciaBorrador =
  | { modo: 'CLIENTES'; clientes: number[] }
  | { modo: 'FILTRO'; filtro: FiltroAudiencia }
  | { modo: 'SEGMENTO'; segmentoId?: number | undefined }
  | { modo: 'ASISTENTES'; tallerId?: number | undefined; estados?: Asistentes['estados'] };

export type Modo = AudienciaBorrador['modo'];

/** The audience once it can be counted; undefined while something is missing. */
export function completa(borrador: AudienciaBorrador): Audiencia | undefined {
  const plain =
    borrador.modo === 'FILTRO' ? { ...borrador, filtro: sinVacios(borrador.filtro) } : borrador;
  const read = esquema.safeParse(plain);
  return read.success ? read.data : undefined;
}
