import { pgError } from '../core/db/transaction.ts';
import { invalid } from '../core/errors.ts';

/**
 * For the write of a record that has an interés and an image: says which of them went away meanwhile, and throws
 * any other error as it is.
 * @throws {AppError} VALIDACION
 */
export function explainFicha(error: unknown): never {
  const { code, constraint = '' } = pgError(error);
  if (code === '23503' && constraint.endsWith('_interes_id_fkey')) {
    throw invalid('interesId', 'Ese interés ya no existe. Elige otro.');
  }
  if (code === '23503' && constraint.endsWith('_imagen_id_fkey')) {
    throw invalid('imagenId', 'Esa imagen ya no existe. Súbela de nuevo.');
  }
  throw error;
}
