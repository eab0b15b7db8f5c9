import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import { getCurso } from '#contract/cursos.ts';
import { getProducto } from '#contract/productos.ts';
import { getTaller } from '#contract/talleres.ts';
import type { ApiError } from '../../../api/client.ts';
import { callSignedIn } from '../../../api/session.ts';
import {
  type Item,
  type ItemRef,
  itemDeCurso,
  itemDeProducto,
  itemDeTaller,
  keyOf,
} from './item.ts';

const KEY = 'venta-item';

async function readItem({ tipo, id }: ItemRef, signal: AbortSignal): Promise<Item> {
  const args = { params: { id }, signal };
  switch (tipo) {
    case 'TALLER':
      return itemDeTaller(await callSignedIn(getTaller, args), new Date().toISOString());
    case 'CURSO':
      return itemDeCurso(await callSignedIn(getCurso, args));
    case 'PRODUCTO':
      return itemDeProducto(await callSignedIn(getProducto, args));
  }
}

const itemQuery = (ref: ItemRef) =>
  queryOptions<Item, ApiError>({
    queryKey: [KEY, keyOf(ref)],
    queryFn: ({ signal }) => readItem(ref, signal),
  });

/** What each line sells, with its price and what is left; `known` stands in until it is read anew. */
export function useItems(refs: ItemRef[], known: ReadonlyMap<string, Item>) {
  const client = useQueryClient();
  const queries = useQueries({ queries: refs.map(itemQuery) });
  return {
    /** In the order of the lines; one that is not read yet is undefined. */
    items: refs.map((ref, index) => queries[index]?.data ?? known.get(keyOf(ref))),
    error: queries.find(({ error }) => error)?.error ?? null,
    refresh: () => void client.invalidateQueries({ queryKey: [KEY] }),
  };
}
