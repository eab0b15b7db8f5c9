import { ErrorState } from '../../ui/ErrorState.tsx';

/** Why what was just asked for did not happen; nothing while it has not failed. */
export function Failure({ error }: { error: unknown }) {
  return error ? <ErrorState error={error} /> : null;
}
