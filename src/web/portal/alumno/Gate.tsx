import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../../api/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';

type Props<T> = {
  query: UseQueryResult<T>;
  rows?: number;
  /** Said when it is not there, or not one's own. */
  missing?: string;
  children: (data: T) => ReactNode;
};

/** What was asked for; before, a skeleton; or why there is none, with what one may do. */
export function Gate<T>({ query, rows = 3, missing, children }: Props<T>) {
  const { error, data } = query;
  const absent = error instanceof ApiError && error.code === 'NO_ENCONTRADO';
  if (missing && absent && data === undefined) {
    return (
      <EmptyState title={missing} level={1} action={<ButtonLink to="/mi">Ir al inicio</ButtonLink>}>
        Puede que el enlace esté incompleto, o que sea de otra persona.
      </EmptyState>
    );
  }
  return (
    <QueryGate query={query} rows={rows}>
      {children}
    </QueryGate>
  );
}
