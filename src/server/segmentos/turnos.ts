import { AppError } from '../core/errors.ts';

type Turno = { newer: AbortController; done: Promise<unknown> };
type Work<T> = (signal: AbortSignal) => Promise<T>;

const wait = { headers: { 'retry-after': '3' } };

/**
 * Lets few counts run at once in this process, and one for each user: a newer one of theirs breaks off the older and
 * begins when that one has ended. The work is told by its signal, also when who asked has gone.
 * @throws {AppError} DEMASIADAS_SOLICITUDES when there are `max` of other users, or a newer one came.
 */
export function createTurnos(max: number) {
  const turnos = new Map<string, Turno>();

  return async <T>(usuarioId: string, gone: AbortSignal, work: Work<T>): Promise<T> => {
    const former = turnos.get(usuarioId);
    if (!former && turnos.size >= max) {
      const title = 'Hay muchas cuentas en curso. Intenta de nuevo en unos segundos.';
      throw new AppError('DEMASIADAS_SOLICITUDES', title, wait);
    }
    former?.newer.abort();
    const newer = new AbortController();
    const signal = AbortSignal.any([gone, newer.signal]);
    const result = begin(former, signal, work);
    const turno = { newer, done: result.catch(() => undefined) };
    turnos.set(usuarioId, turno);
    try {
      return await result;
    } catch (error) {
      if (!signal.aborted) throw error;
      const title = 'Esta cuenta se detuvo porque pediste otra después.';
      throw new AppError('DEMASIADAS_SOLICITUDES', title, wait);
    } finally {
      if (turnos.get(usuarioId) === turno) turnos.delete(usuarioId);
    }
  };
}

async function begin<T>(former: Turno | undefined, signal: AbortSignal, work: Work<T>): Promise<T> {
  await former?.done;
  signal.throwIfAborted();
  return work(signal);
}
