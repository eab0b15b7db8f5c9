import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Endpoint } from '#contract/endpoint.ts';
import type {
  getNegocioPublico,
  getReserva,
  getTallerPublico,
  listTalleresPublicos,
} from '#contract/publico.ts';
import { call } from '../api/client.ts';

/**
 * A read of the contract by its address alone, which the compiler checks against it: the schemas stay
 * behind, so that a first visit downloads no validation it does not use.
 */
function read<E extends Endpoint & { method: 'GET' }>(path: E['path']): E {
  return { method: 'GET', path } as E;
}

const negocio = read<typeof getNegocioPublico>('/api/publico/negocio');
const talleres = read<typeof listTalleresPublicos>('/api/publico/talleres');
const taller = read<typeof getTallerPublico>('/api/publico/talleres/:slug');
const reserva = read<typeof getReserva>('/api/publico/reservas/:codigo');

export type CatalogoSearch = { q?: string | undefined; interes?: number | undefined };

export const negocioQuery = queryOptions({
  queryKey: ['negocio'],
  queryFn: ({ signal }) => call(negocio, { signal }),
  staleTime: 10 * 60_000,
});

export const catalogoQuery = ({ q, interes }: CatalogoSearch) =>
  infiniteQueryOptions({
    queryKey: ['talleres', q ?? '', interes ?? 0],
    queryFn: ({ signal, pageParam }) =>
      call(talleres, {
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
    queryFn: ({ signal }) => call(taller, { signal, params: { slug } }),
  });

export const reservaQuery = (codigo: string) =>
  queryOptions({
    queryKey: ['reserva', codigo.toUpperCase()],
    queryFn: ({ signal }) => call(reserva, { signal, params: { codigo } }),
  });
