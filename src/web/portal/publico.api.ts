import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  getCursoPublico,
  getLeccionGratuita,
  getNegocioPublico,
  getReserva,
  getTallerPublico,
  listCursosPublicos,
  listTalleresPublicos,
} from '#contract/publico.ts';
import { call } from '../api/client.ts';
import { read } from './endpoints.ts';

const negocio = read<typeof getNegocioPublico>('/api/publico/negocio');
const talleres = read<typeof listTalleresPublicos>('/api/publico/talleres');
const taller = read<typeof getTallerPublico>('/api/publico/talleres/:slug');
const cursos = read<typeof listCursosPublicos>('/api/publico/cursos');
const curso = read<typeof getCursoPublico>('/api/publico/cursos/:slug');
const leccion = read<typeof getLeccionGratuita>('/api/publico/cursos/:slug/lecciones/:leccionId');
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

export const cursosQuery = ({ q, interes }: CatalogoSearch) =>
  infiniteQueryOptions({
    queryKey: ['cursos', q ?? '', interes ?? 0],
    queryFn: ({ signal, pageParam }) =>
      call(cursos, {
        signal,
        query: { q, interes, cursor: pageParam, limite: 48 },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.siguiente ?? undefined,
    placeholderData: keepPreviousData,
  });

export const cursoQuery = (slug: string) =>
  queryOptions({
    queryKey: ['curso', slug],
    queryFn: ({ signal }) => call(curso, { signal, params: { slug } }),
  });

export const leccionGratuitaQuery = (slug: string, leccionId: number) =>
  queryOptions({
    queryKey: ['leccion', slug, leccionId],
    queryFn: ({ signal }) => call(leccion, { signal, params: { slug, leccionId } }),
    staleTime: 5 * 60_000,
  });

export const reservaQuery = (codigo: string) =>
  queryOptions({
    queryKey: ['reserva', codigo.toUpperCase()],
    queryFn: ({ signal }) => call(reserva, { signal, params: { codigo } }),
  });
