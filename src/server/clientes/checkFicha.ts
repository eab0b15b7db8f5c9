import type { FieldError } from '#contract/errors.ts';
import type { Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError } from '../core/errors.ts';
import { type Ficha, selectConflictos } from './escritura.queries.ts';
import { checkFicha } from './ficha.policy.ts';

const EMAIL = { campo: 'email', mensaje: 'Ya hay un cliente con ese correo.' };
const RUT = { campo: 'rut', mensaje: 'Ya hay un cliente con ese RUT.' };
const EMPRESA = { campo: 'empresaId', mensaje: 'Esa empresa no existe.' };
const RESPONSABLE = { campo: 'responsableId', mensaje: 'Elige a alguien del equipo.' };
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
  const invalid = checkFicha(ficha, today);
  if (conflictos.empresa) invalid.push(EMPRESA);
  if (conflictos.responsable) invalid.push(RESPONSABLE);
  if (conflictos.intereses.length > 0) invalid.push(INTERESES);
  const merged = conflictos.emailDe && {
    campo: 'email',
    mensaje: `Ese correo es de ${conflictos.emailDe}: su otra ficha se unió con la suya.`,
  };
  if (merged)
    throw new AppError('EMAIL_DUPLICADO', merged.mensaje, { fields: [...invalid, merged] });
  const duplicates = [...(conflictos.email ? [EMAIL] : []), ...(conflictos.rut ? [RUT] : [])];
  if (invalid.length + duplicates.length > 0) throw refusal([...invalid, ...duplicates]);
}

/** VALIDACION when anything but a duplicate is wrong, else the code of the first duplicate. */
function refusal(fields: FieldError[]): AppError {
  const [first] = fields;
  if (first === EMAIL) return new AppError('EMAIL_DUPLICADO', EMAIL.mensaje, { fields });
  if (first === RUT) return new AppError('RUT_DUPLICADO', RUT.mensaje, { fields });
  return new AppError('VALIDACION', 'Revisa los datos marcados.', { fields });
}

const ofConstraint = new Map<string, FieldError>([
  ['cliente_email', EMAIL],
  ['cliente_rut_key', RUT],
  ['cliente_interes_interes_id_fkey', INTERESES],
  ['cliente_empresa_id_fkey', EMPRESA],
  ['cliente_responsable_id_fkey', RESPONSABLE],
]);

/** The same answers when another transaction was faster than our look. */
export function asFichaError(error: unknown): unknown {
  const field = ofConstraint.get(pgError(error).constraint ?? '');
  return field ? refusal([field]) : error;
}
