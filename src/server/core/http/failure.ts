import { pgError } from '../db/transaction.ts';
import { AppError } from '../errors.ts';

const BUSY = new Set(['53300', '57P03', '55P03']);
const LOST = new Set(['57P01', '57P02', '08006', '08003', '08001', 'ECONNREFUSED', 'ECONNRESET']);

/**
 * What an unexpected error becomes for the caller: the database being away or overloaded is 503 and
 * worth another try; everything else is a fault of ours, 500.
 */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = pgError(error).code ?? '';
  const message = error instanceof Error ? error.message : '';
  const away =
    BUSY.has(code) ||
    LOST.has(code) ||
    message.includes('timeout exceeded when trying to connect') ||
    message.includes('Connection terminated');
  if (away) {
    return new AppError('OCUPADO', 'El sistema está ocupado. Intenta de nuevo en unos segundos.', {
      headers: { 'retry-after': '3' },
    });
  }
  if (code === '57014') {
    return new AppError(
      'OCUPADO',
      'La consulta tardó demasiado. Prueba con filtros más precisos.',
      {
        headers: { 'retry-after': '5' },
      },
    );
  }
  return new AppError('ERROR_INTERNO', 'Algo falló de nuestro lado. Tus datos no se guardaron.');
}
