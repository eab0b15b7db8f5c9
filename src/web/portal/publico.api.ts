import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  getNegocioPublico,
  getReserva,
  getTallerPublico,
  listTalleresPublicos,
} from '#contract/publico.ts';
import { call } from '../api/client.ts';
import { read } from './endpoints.ts';

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
