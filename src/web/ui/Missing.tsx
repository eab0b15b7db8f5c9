import { useLocation } from '@tanstack/react-router';
import { ApiError } from '../api/client.ts';
import { EmptyState } from './EmptyState.tsx';
import { AppLink } from './link.tsx';

export const isMissing = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.code === 'NO_ENCONTRADO';

/** In place of a record that is not there: trying again would not help, going to its list does. */
export function Missing({ error }: { error: ApiError }) {
  const [, app = '', section = ''] = useLocation().pathname.split('/');
  return (
    <EmptyState
      title={error.message}
      action={
        <AppLink to={`/${app}/${section}` as never} className="tap-links">
          Ir a {section}
        </AppLink>
      }
    >
      Puede que lo hayan borrado o que el enlace esté incompleto.
    </EmptyState>
  );
}
