import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  getSolicitudResena,
  listResenasDeCurso,
  listResenasDeTaller,
} from '#contract/resenas.ts';
import { call } from '../../api/client.ts';
import { read } from '../endpoints.ts';

const deTaller = read<typeof listResenasDeTaller>('/api/publico/talleres/:slug/resenas');
const deCurso = read<typeof listResenasDeCurso>('/api/publico/cursos/:slug/resenas');
const solicitud = read<typeof getSolicitudResena>('/api/publico/resenas/:token');

export type Reviewed = { kind: 'talleres' | 'cursos'; slug: string };

const PAGE = 6;

/** The published reviews of a workshop's editions or of a course, page by page. */
export const resenasQuery = ({ kind, slug }: Reviewed) =>
  infiniteQueryOptions({
    queryKey: ['resenas', kind, slug],
    queryFn: ({ signal, pageParam }) => {
      const args = { signal, params: { slug }, query: { limite: PAGE, cursor: pageParam } };
      return kind === 'talleres' ? call(deTaller, args) : call(deCurso, args);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.siguiente ?? undefined,
  });

export const solicitudQuery = (token: string) =>
  queryOptions({
    queryKey: ['solicitud-resena', token],
    queryFn: ({ signal }) => call(solicitud, { signal, params: { token } }),
  });
