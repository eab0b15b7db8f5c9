import type { Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError } from '../core/errors.ts';
import { type Ficha, selectConflictos } from './escritura.queries.ts';
import { checkFicha } from './ficha.policy.ts';

const EMAIL = { campo: 'email', mensaje: 'Ya hay un cliente con ese correo.' };
const RUT = { campo: 'rut', mensaje: 'Ya hay un cliente con ese RUT.' };
const EMPRESA = { campo: 'empresaId', mensaje: 'Esa empresa no existe.' };
const INTERESES = { campo: 'intereses', mensaje: 'Uno de los intereses no existe.' };

/**
 * Refuses a ficha that breaks a rule, naming every field at once; `id` is that of the cliente it changes.
 * @throws {AppError} VALIDACION, EMAIL_DUPLICADO, RUT_DUPLICADO
 */
export async function assertFicha(
  trx: Trx,
  ficha: Ficha,
  { id, today }: { id?: number; today: string },
): Promise<void> {
  const conflictos = await selectConflictos(trx, ficha, id);
  const errores = checkFicha(ficha, today);
  if (conflictos.empresa) errores.push(EMPRESA);
  if (conflictos.intereses.length > 0) errores.push(INTERESES);
  const duplicates = [...(conflictos.email ? [EMAIL] : []), ...(conflictos.rut ? [RUT] : [])];
  const [first] = duplicates;
  if (errores.length > 0) {
    throw new AppError('VALIDACION', 'Revisa los datos marcados.', {
      fields: [...errores, ...duplicates],
    });
  }
  if (first) {
    const code = first === EMAIL ? 'EMAIL_DUPLICADO' : 'RUT_DUPLICADO';
    throw new AppError(code, first.mensaje, { fields: duplicates });
  }
}

const ofConstraint = new Map([
  ['cliente_email', new AppError('EMAIL_DUPLICADO', EMAIL.mensaje, { fields: [EMAIL] })],
  ['cliente_rut_key', new AppError('RUT_DUPLICADO', RUT.mensaje, { fields: [RUT] })],
  [
    'cliente_interes_interes_id_fkey',
    new AppError('VALIDACION', 'Revisa los datos marcados.', { fields: [INTERESES] }),
  ],
  [
    'cliente_empresa_id_fkey',
    new AppError('VALIDACION', 'Revisa los datos marcados.', { fields: [EMPRESA] }),
  ],
]);

/** The same answers when another transaction was faster than our look. */
export function asFichaError(error: unknown): unknown {
  return ofConstraint.get(pgError(error).constraint ?? '') ?? error;
}
