import type { EstadoTaller } from '#contract/talleres.ts';
import { invalid } from '../core/errors.ts';

/** Seats of one Taller, to be taken or given back. */
export type Cupos = { tallerId: number; cantidad: number };

type Puede = {
  editar: boolean;
  publicar: boolean;
  despublicar: boolean;
  anular: boolean;
  inscribir: boolean;
  borrar: boolean;
};

/** What may be done with a Taller, by its state and by what the role allows. */
export function tallerPuede(
  taller: {
    estado: EstadoTaller;
    cuposOcupados: number;
    cuposOfrecidos: number;
    cuposLibres: number;
    terminaEn: string;
  },
  rol: { escribir: boolean; vender: boolean },
  now: string,
): Puede {
  const { estado, cuposOcupados, cuposOfrecidos } = taller;
  return {
    editar: rol.escribir && estado !== 'ANULADO',
    publicar: rol.escribir && estado === 'BORRADOR',
    despublicar: rol.escribir && estado === 'PUBLICADO' && cuposOcupados + cuposOfrecidos === 0,
    anular: rol.vender && estado === 'PUBLICADO' && taller.terminaEn > now,
    inscribir: rol.vender && estado === 'PUBLICADO' && taller.cuposLibres > 0,
    borrar: rol.escribir && estado === 'BORRADOR',
  };
}

const MAX_DURATION_MS = 60 * 24 * 3_600_000;

/** @throws {AppError} VALIDACION when the end is not after the start, or more than 60 days later. */
export function assertDates(iniciaEn: string, terminaEn: string): void {
  const length = Date.parse(terminaEn) - Date.parse(iniciaEn);
  if (length <= 0) throw invalid('terminaEn', 'Debe terminar después de empezar.');
  if (length > MAX_DURATION_MS)
    throw invalid('terminaEn', 'Dura más de 60 días. Revisa las fechas.');
}

/** @throws {AppError} VALIDACION naming what a Taller still lacks to be shown to the public. */
export function assertPublishable(
  taller: { modalidad: 'PRESENCIAL' | 'EN_VIVO'; lugar: string | null; iniciaEn: string },
  now: string,
): void {
  if (taller.modalidad === 'PRESENCIAL' && !taller.lugar) {
    throw invalid('lugar', 'Escribe el lugar antes de publicar.');
  }
  if (taller.iniciaEn <= now)
    throw invalid('iniciaEn', 'La fecha ya pasó. Cámbiala antes de publicar.');
}

/**
 * What a visitor may do: only a published Taller that has not begun takes web enrolments. `cuposLibres` are those
 * that a visitor may take.
 */
export function disponibilidadDe(
  taller: { estado: EstadoTaller; cuposLibres: number; iniciaEn: string },
  now: string,
): 'ABIERTO' | 'COMPLETO' | 'TERMINADO' | 'ANULADO' {
  if (taller.estado === 'ANULADO') return 'ANULADO';
  if (taller.iniciaEn <= now) return 'TERMINADO';
  return taller.cuposLibres > 0 ? 'ABIERTO' : 'COMPLETO';
}
