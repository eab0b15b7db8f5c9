import type { EstadoPago } from '#contract/cobros.ts';

/** What is known of a person's seats in a Taller. */
export type Asientos = {
  anulada: boolean;
  /** Of the Cobro. */
  estado: EstadoPago;
  /** ISO 8601 UTC. */
  terminaEn: string;
  cantidad: number;
  presentes: number;
  ausentes: number;
};

/**
 * Why a person may not review a Taller now, in plain Spanish, or null when they may: their seat is paid and
 * not annulled, and the Taller ended or someone of them was there. Whoever is marked absent in every seat
 * has nothing to tell.
 */
export function impedimento(asientos: Asientos, now: string): string | null {
  const { anulada, estado, terminaEn, cantidad, presentes, ausentes } = asientos;
  if (anulada || estado === 'ANULADO')
    return 'Esta inscripción fue anulada y ya no se puede reseñar.';
  if (estado !== 'PAGADO') return 'Podrás dejar tu reseña cuando tu inscripción esté pagada.';
  if (ausentes >= cantidad) return 'Solo quienes asistieron al taller pueden dejar una reseña.';
  if (presentes === 0 && terminaEn > now) return 'Podrás dejar tu reseña cuando termine el taller.';
  return null;
}
