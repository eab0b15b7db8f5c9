import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { ListSkeleton } from './ListSkeleton.tsx';
import { isMissing, Missing } from './Missing.tsx';

type Props<T> = {
  query: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
};

/** The answer once it is there; a skeleton before, the failure with a retry when there is none. */
export function QueryGate<T>({ query, rows = 5, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (isMissing(query.error)) return <Missing error={query.error} />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <ListSkeleton rows={rows} />;
}
