import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getNegocioPublico,
  getReserva,
  getTallerPublico,
  listTalleresPublicos,
} from '#contract/publico.ts';
import { call } from '../api/client.ts';

export type CatalogoSearch = { q?: string | undefined; interes?: number | undefined };

export const negocioQuery = queryOptions({
  queryKey: ['negocio'],
  queryFn: ({ signal }) => call(getNegocioPublico, { signal }),
  staleTime: 10 * 60_000,
});

export const catalogoQuery = ({ q, interes }: CatalogoSearch) =>
  infiniteQueryOptions({
    queryKey: ['talleres', q ?? '', interes ?? 0],
    queryFn: ({ signal, pageParam }) =>
      call(listTalleresPublicos, {
        signal,
        query: { q, interes, cursor: pageParam, limite: 48 },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.siguiente ?? undefined,
    placeholderData: keepPreviousData,
  });

export const tallerQuery = (slug: string) =>
  queryOptions({
    queryKey: ['taller', slug],
    queryFn: ({ signal }) => call(getTallerPublico, { signal, params: { slug } }),
  });

export const reservaQuery = (codigo: string) =>
  queryOptions({
    queryKey: ['reserva', codigo.toUpperCase()],
    queryFn: ({ signal }) => call(getReserva, { signal, params: { codigo } }),
  });
