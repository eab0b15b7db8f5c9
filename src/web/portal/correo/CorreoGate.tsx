import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../../api/client.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import classes from './correo.module.css';

type Props<T> = { query: UseQueryResult<T>; children: (data: T) => ReactNode };

/** What a link of a message is about, once it is known. */
export function CorreoGate<T>({ query: { data, error, refetch }, children }: Props<T>) {
  if (data !== undefined) return children(data);
  if (error instanceof ApiError && error.code === 'NO_ENCONTRADO') {
    return <NotFoundPage title="Este enlace no sirve" />;
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <div className={classes.page} role="status" aria-label="Cargando">
      <Skeleton height={40} width="80%" />
      <Skeleton height={72} />
      <Skeleton height={42} width={200} />
    </div>
  );
}
