import type { TipoLinea } from '#contract/cobros.ts';
import type { CursoItem } from '#contract/cursos.ts';
import { formatMomento } from '#contract/horario.ts';
import type { ProductoItem } from '#contract/productos.ts';
import type { TallerItem } from '#contract/talleres.ts';

/** Something that can be sold, of any kind. */
export type ItemRef = { tipo: TipoLinea; id: number };
export type Item = ItemRef & {
  titulo: string;
  detalle: string;
  /** Each, in pesos. */
  precio: number;
  /** How many may still be sold; a course has no end. */
  quedan?: number;
  /** Why it is not for sale, when it is not. */
  cerrado?: string;
};

export const keyOf = ({ tipo, id }: ItemRef) => `${tipo}-${id}`;

export function itemDeTaller(taller: TallerItem, now: string): Item {
  const { id, titulo, iniciaEn, zona, precio, cuposLibres, estado } = taller;
  const cerrado = {
    BORRADOR: 'Este taller no está publicado.',
    ANULADO: 'Este taller fue anulado.',
    PUBLICADO: undefined,
  }[estado];
  return {
    tipo: 'TALLER',
    id,
    titulo,
    detalle: `Taller · ${formatMomento(iniciaEn, zona, now)}`,
    precio,
    quedan: cuposLibres,
    ...(cerrado ? { cerrado } : {}),
  };
}

export function itemDeCurso({ id, titulo, lecciones, precio, estado }: CursoItem): Item {
  return {
    tipo: 'CURSO',
    id,
    titulo,
    detalle: `Curso · ${lecciones === 1 ? '1 lección' : `${lecciones} lecciones`}`,
    precio,
    ...(estado === 'PUBLICADO' ? {} : { cerrado: 'Este curso no está publicado.' }),
  };
}

export function itemDeProducto({
  id,
  nombre,
  sku,
  precio,
  stockActual,
  estado,
}: ProductoItem): Item {
  return {
    tipo: 'PRODUCTO',
    id,
    titulo: nombre,
    detalle: `Kit · SKU ${sku}`,
    precio,
    quedan: stockActual,
    ...(estado === 'ACTIVO' ? {} : { cerrado: 'Este kit ya no se vende.' }),
  };
}

/** What is left of it, in words: `Quedan 3 cupos`, `Sin stock`; nothing for a course. */
export function quedanDe({ tipo, quedan }: Pick<Item, 'tipo' | 'quedan'>): string {
  if (quedan === undefined) return '';
  const [none, one, many] =
    tipo === 'TALLER' ? ['Completo', 'cupo', 'cupos'] : ['Sin stock', 'unidad', 'unidades'];
  if (quedan <= 0) return none ?? '';
  return quedan === 1 ? `Queda 1 ${one}` : `Quedan ${quedan} ${many}`;
}
