import type { Condicion } from '#contract/condicion.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { probarCondicion } from '#contract/segmentos.ts';
import { cancellable } from '../core/db/cancel.ts';
import type { Db } from '../core/db/connect.ts';
import { pgError, transaction } from '../core/db/transaction.ts';
import { AppError } from '../core/errors.ts';
import { localDate } from '../core/time.ts';
import { tellCondicion } from './frase.policy.ts';
import { refsOf, selectNombres } from './nombres.queries.ts';
import { selectPrueba } from './prueba.queries.ts';
import { createTurnos } from './turnos.ts';

/** Counts under way at once in one process: far fewer than it has connections. */
const MAX_CUENTAS = 3;
const BROKEN_OFF = '57014';

/**
 * Whom a condition finds now. `gone` tells that who asked no longer waits.
 * @throws {AppError} DEMASIADAS_SOLICITUDES when too many count or the same user asked again; OCUPADO when it takes
 * too long.
 */
export function createProbar(db: Db, zone: string) {
  const turno = createTurnos(MAX_CUENTAS);

  return async (
    condicion: Condicion,
    { now, usuarioId, gone }: { now: string; usuarioId: string; gone: AbortSignal },
  ): Promise<Answer<typeof probarCondicion>> => {
    const entorno = { zone, today: localDate(now, zone) };
    const prueba = await turno(usuarioId, gone, (signal) =>
      transaction(db, (trx) =>
        cancellable(db, trx, signal, () => selectPrueba(trx, condicion, entorno)),
      ).catch((error: unknown) => {
        if (pgError(error).code !== BROKEN_OFF) throw error;
        const title = 'La cuenta tardó demasiado. Prueba con menos condiciones o más precisas.';
        throw new AppError('OCUPADO', title, { headers: { 'retry-after': '5' } });
      }),
    );
    const nombres = await selectNombres(db, refsOf([condicion]));
    return { ...prueba, frase: tellCondicion(condicion, nombres) };
  };
}
