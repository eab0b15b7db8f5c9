import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Condicion } from '#contract/condicion.ts';
import type { Answer } from '#contract/endpoint.ts';
import { probarCondicion } from '#contract/segmentos.ts';
import type { ApiError } from '../../api/client.ts';
import { callSignedIn } from '../../api/session.ts';

/** Whom a condition finds, counted again a moment after it changes; the former answer stays meanwhile. */
export function usePrueba(condicion: Condicion, delay = 400) {
  const now = JSON.stringify(condicion);
  const [asked] = useDebouncedValue(now, delay);
  const query = useQuery<Answer<typeof probarCondicion>, ApiError>({
    queryKey: [probarCondicion.path, asked],
    queryFn: ({ signal }) =>
      callSignedIn(probarCondicion, { body: { condicion: JSON.parse(asked) as unknown }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
  return {
    prueba: query.data,
    error: query.error,
    recontar: () => void query.refetch(),
    /** What is shown is of a condition that changed since. */
    viejo: query.isFetching || query.isPlaceholderData || asked !== now,
  };
}
