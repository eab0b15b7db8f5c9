import type { Comparacion, FichaDuplicado } from '#contract/duplicados.ts';
import type { Db } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { selectFichas } from './fichas.queries.ts';
import { selectImpedimentos } from './impedimentos.queries.ts';

const COMPARADOS = [
  'tipo',
  'empresa',
  'nombres',
  'apellidos',
  'email',
  'telefono',
  'rut',
  'fechaNacimiento',
  'comuna',
  'origen',
  'notas',
] as const;

/**
 * Two Clientes side by side, and what keeps them from being merged.
 * @throws {AppError} NO_ENCONTRADO, VALIDACION.
 */
export async function comparar(db: Db, ids: { a: number; b: number }): Promise<Comparacion> {
  if (ids.a === ids.b) throw new AppError('VALIDACION', 'Elige dos fichas distintas.');
  const fichas = await selectFichas(db, [ids.a, ids.b]);
  const a = found(fichas.get(ids.a), 'una de las dos fichas: quizás ya se unieron');
  const b = found(fichas.get(ids.b), 'una de las dos fichas: quizás ya se unieron');
  const impedimentos = await selectImpedimentos(db, { principalId: ids.a, absorbidoId: ids.b });
  return { a, b, impedimentos, diferencias: COMPARADOS.filter((campo) => differ(a, b, campo)) };
}

function differ(a: FichaDuplicado, b: FichaDuplicado, campo: (typeof COMPARADOS)[number]): boolean {
  const value = (ficha: FichaDuplicado) =>
    campo === 'empresa' ? (ficha.empresa?.id ?? null) : ficha[campo];
  return value(a) !== value(b);
}
