import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import {
  type Audiencia,
  type ConteoAudiencia,
  countAudiencia,
  listAudiencia,
  type MotivoExclusion,
} from '#contract/campanas.ts';
import type { ApiError } from '../../../../api/client.ts';
import { callSignedIn } from '../../../../api/session.ts';

const none: Audiencia = { modo: 'FILTRO', filtro: {} };

/** How many an audience reaches, counted again a moment after it changes; the former count stays meanwhile. */
export function useConteo(audiencia: Audiencia | undefined, delay = 450) {
  const [asked] = useDebouncedValue(audiencia, delay);
  const query = useQuery<ConteoAudiencia, ApiError>({
    queryKey: [countAudiencia.path, asked ?? null],
    queryFn: ({ signal }) =>
      callSignedIn(countAudiencia, { body: { audiencia: asked ?? none }, signal }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
  const same = JSON.stringify(asked) === JSON.stringify(audiencia);
  return {
    conteo: audiencia === undefined ? undefined : query.data,
    error: query.error,
    /** What is shown is of an audience that changed since. */
    viejo: audiencia !== undefined && (query.isFetching || query.isPlaceholderData || !same),
    recontar: () => query.refetch().then(({ data }) => data),
  };
}

/** The people of an audience, page by page: those it reaches, or those left out for one reason. */
export function usePersonas(audiencia: Audiencia, motivo: MotivoExclusion | null, enabled = true) {
  const query = useInfiniteQuery({
    queryKey: [listAudiencia.path, audiencia, motivo],
    queryFn: ({ signal, pageParam }) =>
      callSignedIn(listAudiencia, {
        body: { audiencia, motivo, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.siguiente,
    enabled,
    staleTime: 15_000,
  });
  return { ...query, items: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
