import { notifications } from '@mantine/notifications';
import {
  keepPreviousData,
  QueryClient,
  type UseMutationOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import { ApiError } from './client.ts';
import { useIdempotencyKey } from './idempotency.ts';
import { callSignedIn } from './session.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) =>
          count < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503),
      },
    },
  });
}

/** The cache key of a read: its path first, so that a whole resource can be found by it. */
export function keyOf<E extends Endpoint>(endpoint: E, args: Partial<CallArgs<E>> = {}) {
  return [endpoint.path, args.params ?? null, args.query ?? null] as const;
}

type ReadOptions = {
  /** Keeps the former answer on screen while the next loads: for lists, not for records. */
  keep?: boolean;
  enabled?: boolean;
  staleTime?: number;
  refetchInterval?: number;
};

/** Reads an endpoint: `useEndpoint(getCliente, { params: { id } })`. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  args: CallArgs<E>,
  { keep = false, ...options }: ReadOptions = {},
) {
  return useQuery<Answer<E>, ApiError, Answer<E>>({
    queryKey: keyOf(endpoint, args),
    queryFn: ({ signal }) => callSignedIn(endpoint, { ...args, signal }),
    // The library's types ask for a non-function answer, which ours always is.
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
    ...options,
  });
}

type Page = { items: unknown[]; siguiente: string | null; total?: number; totalEsMinimo?: boolean };

/** Reads a keyset list page by page; `items` are those of all pages so far. */
export function useInfinite<E extends Endpoint>(
  endpoint: E,
  args: CallArgs<E>,
  options: { enabled?: boolean } = {},
) {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, args), 'pages'],
    queryFn: ({ signal, pageParam }) =>
      callSignedIn(endpoint, {
        ...args,
        signal,
        query: { ...args.query, cursor: pageParam },
      } as CallArgs<E>) as Promise<Answer<E> & Page>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.siguiente ?? undefined,
    placeholderData: keepPreviousData,
    ...options,
  });
  const pages = query.data?.pages ?? [];
  return {
    ...query,
    items: pages.flatMap((page) => page.items) as (Answer<E> & Page)['items'],
    total: pages[0]?.total,
    totalIsMinimum: pages[0]?.totalEsMinimo ?? false,
  };
}

type WriteOptions<E extends Endpoint> = Pick<
  UseMutationOptions<Answer<E>, ApiError, CallArgs<E>>,
  'onSuccess'
> & {
  /** Said in a notification when it is done. */
  done?: string | ((answer: Answer<E>) => string);
  /** False where the error is shown in place, as forms do. */
  notifyError?: boolean;
};

/**
 * Writes by an endpoint, then refreshes what is on screen. Errors are notified with the server's words
 * and reference. Idempotent endpoints get their key here.
 */
export function useMutate<E extends Endpoint>(endpoint: E, options: WriteOptions<E> = {}) {
  const client = useQueryClient();
  const idempotency = useIdempotencyKey();
  const { done, notifyError = true, onSuccess } = options;
  return useMutation<Answer<E>, ApiError, CallArgs<E>>({
    mutationFn: (args) =>
      callSignedIn(endpoint, {
        ...(endpoint.idempotente ? { idempotencyKey: idempotency.keyFor(args) } : {}),
        // A dialog may bring a key of its own, so that one opening acts at most once.
        ...args,
      }),
    onSuccess: async (...result) => {
      idempotency.forget();
      if (done) notifyDone(typeof done === 'string' ? done : done(result[0]));
      // A sale changes the client, the workshop, the list and the first page: refresh all on screen.
      void client.invalidateQueries();
      await onSuccess?.(...result);
    },
    onError: (error) => {
      if (notifyError) notifyProblem(error);
    },
  });
}

const closeButtonProps = { 'aria-label': 'Cerrar aviso' };

export function notifyDone(message: string): void {
  notifications.show({ message, color: 'green', withBorder: true, closeButtonProps });
}

/** A failure in a corner of the screen: it stays until it is closed. */
export function notifyProblem(error: ApiError): void {
  const details = error.fields.map(({ mensaje }) => mensaje).join(' ');
  const reference = error.reference ? `Número de referencia: ${error.reference}` : '';
  notifications.show({
    title: error.message,
    message: [details, reference].filter(Boolean).join(' '),
    color: 'red',
    withBorder: true,
    autoClose: false,
    closeButtonProps,
  });
}
