import type { z } from 'zod';
import type { fusionCampos } from '#contract/duplicados.ts';
import { mergedEstado } from '../clientes/estado.policy.ts';
import { invalid } from '../core/errors.ts';
import type { ClienteFila, Fila } from './datos.policy.ts';

export type Campos = Partial<NonNullable<z.output<typeof fusionCampos>['campos']>>;

const columnOf: Record<Exclude<keyof Campos, 'notas'>, string> = {
  tipo: 'tipo',
  empresaId: 'empresa_id',
  nombres: 'nombres',
  apellidos: 'apellidos',
  email: 'email',
  telefono: 'telefono',
  rut: 'rut',
  fechaNacimiento: 'fecha_nacimiento',
  comuna: 'comuna',
  origen: 'origen',
};

/**
 * The one record of two: the values chosen, the principal's where nothing was chosen. It was captured when the first
 * of both was, with that origin unless one was chosen, and became CLIENTE when the first did; the last activity is the
 * later; blocked when either is; of the same user, or of the other's when the principal has none.
 * @returns the columns of the principal; estado among them.
 * @throws {AppError} VALIDACION for a value that neither has.
 */
export function mergeClientes(p: ClienteFila, a: ClienteFila, campos: Campos = {}): ClienteFila {
  const merged: ClienteFila = { ...p };
  for (const [campo, column] of Object.entries(columnOf)) {
    const value = campos[campo as keyof typeof columnOf];
    if (value === undefined) continue;
    if (value !== p[column] && value !== a[column]) {
      throw invalid(campo, 'Elige uno de los dos valores.');
    }
    Object.assign(merged, { [column]: value });
  }
  if (campos.notas !== undefined) merged.notas = campos.notas;
  if (merged.tipo === 'B2C') merged.empresa_id = null;
  const first = earlier(p.creado_en, a.creado_en) === p.creado_en ? p : a;
  const origin = campos.origen === undefined ? first : campos.origen === p.origen ? p : a;
  const blocked = p.bloqueado_en ? p : a;
  return {
    ...merged,
    origen: origin.origen,
    origen_detalle: origin.origen_detalle,
    creado_en: first.creado_en,
    convertido_en: earlier(p.convertido_en, a.convertido_en),
    ultima_actividad_en: later(p.ultima_actividad_en, a.ultima_actividad_en),
    bloqueado_en: blocked.bloqueado_en,
    bloqueo_motivo: blocked.bloqueo_motivo,
    responsable_id: p.responsable_id ?? a.responsable_id,
    estado: mergedEstado(ciclo(p), ciclo(a)),
  };
}

const ciclo = (c: ClienteFila) => ({ estado: c.estado, convertidoEn: c.convertido_en });

/** The address of the two that the result does not keep, if there is one. */
export function droppedEmail(p: ClienteFila, a: ClienteFila, kept: string | null): string | null {
  return [a.email, p.email].find((email) => email !== null && email !== kept) ?? null;
}

type Text = string | null;
const time = (text: string) => Date.parse(text);
const earlier = <A extends Text, B extends Text>(a: A, b: B) =>
  (a === null || (b !== null && time(b) < time(a)) ? b : a) as A | B;
const later = (a: Text, b: Text): Text => (a === null || (b !== null && time(b) > time(a)) ? b : a);

/** Values that only make sense together. */
const grupos: string[][] = [
  ['tipo', 'empresa_id'],
  ['nombres', 'apellidos'],
  ['origen', 'origen_detalle'],
  ['bloqueado_en', 'bloqueo_motivo'],
];
/** Written by those who keep them. */
const DE_OTROS = new Set(['id', 'estado', 'version', 'actualizado_en']);

/**
 * What the principal goes back to: each value as it was before the merge, unless someone changed it after it. When all
 * is as the merge left it, so are its version and the time of its last change.
 */
export function restoreCliente(input: {
  antes: Fila;
  despues: Fila;
  ahora: Fila;
  now: string;
}): Fila {
  const { antes, despues, ahora, now } = input;
  const same = (column: string) =>
    JSON.stringify(ahora[column] ?? null) === JSON.stringify(despues[column] ?? null);
  const columns = Object.keys(antes).filter((column) => !DE_OTROS.has(column));
  const groupOf = (column: string) => grupos.find((group) => group.includes(column)) ?? [column];
  const restored = Object.fromEntries(
    columns.map((column) => [column, groupOf(column).every(same) ? antes[column] : ahora[column]]),
  );
  const untouched = same('version');
  return {
    ...restored,
    version: untouched ? antes.version : Number(ahora.version) + 1,
    actualizado_en: untouched ? antes.actualizado_en : now,
  };
}
