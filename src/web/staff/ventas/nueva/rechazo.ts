import type { ApiError } from '../../../api/client.ts';
import type { Item } from './item.ts';
import type { LineaValues } from './ventaForm.ts';

export type Negativa = Pick<ApiError, 'code' | 'message'>;

const deLinea = new Set<ApiError['code']>([
  'SIN_CUPOS',
  'SIN_STOCK',
  'YA_INSCRITO',
  'TALLER_NO_DISPONIBLE',
  'CURSO_NO_DISPONIBLE',
  'PRODUCTO_NO_DISPONIBLE',
]);

const tipoDe = (code: ApiError['code']): LineaValues['tipo'] => {
  if (code === 'CURSO_NO_DISPONIBLE') return 'CURSO';
  return code === 'SIN_STOCK' || code === 'PRODUCTO_NO_DISPONIBLE' ? 'PRODUCTO' : 'TALLER';
};

/**
 * Which lines a refusal of the whole sale speaks of: those that it names, else all of the kind that it is about.
 * None when it is about something else.
 */
export function lineasRechazadas(
  { code, message }: Negativa,
  lineas: readonly LineaValues[],
  items: readonly (Item | undefined)[],
): ReadonlySet<number> {
  if (!deLinea.has(code)) return new Set();
  const indexes = lineas.map((_, index) => index);
  const named = indexes.filter((index) => {
    const titulo = items[index]?.titulo;
    return titulo !== undefined && message.includes(`«${titulo}»`);
  });
  if (named.length > 0) return new Set(named);
  return new Set(indexes.filter((index) => lineas[index]?.tipo === tipoDe(code)));
}
