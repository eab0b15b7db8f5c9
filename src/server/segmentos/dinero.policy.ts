import type { Condicion, Hoja } from '#contract/condicion.ts';
import type { Permiso } from '#contract/permisos.ts';
import { AppError } from '../core/errors.ts';
import { hojasDe } from './arbol.policy.ts';

function isOfDinero(hoja: Hoja): boolean {
  if (hoja.campo === 'gasto' || hoja.campo === 'saldo') return true;
  return hoja.campo === 'compra' && hoja.estados !== undefined;
}

/** Whether who meets a condition tells what they paid or owe. */
function tellsDinero(condicion: Condicion): boolean {
  return hojasDe(condicion).some(isOfDinero);
}

/** Whether they may know who paid what, by sales or by describing people themselves. */
function maySeeDinero(permisos: readonly Permiso[]): boolean {
  return permisos.includes('ventas:leer') || permisos.includes('segmentos:escribir');
}

/** @throws {AppError} SIN_PERMISO when the people of a segment would tell the reader what they paid or owe. */
export function checkDinero(condicion: Condicion, permisos: readonly Permiso[]): void {
  if (maySeeDinero(permisos) || !tellsDinero(condicion)) return;
  throw new AppError(
    'SIN_PERMISO',
    'Este segmento depende de lo que cada persona pagó o debe, y tu rol no permite verlo.',
  );
}
