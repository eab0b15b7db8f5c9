import { useBlocker } from '@tanstack/react-router';

/** Asks before a page with changes that were not saved is left or closed. */
export function useUnsaved(dirty: boolean): void {
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty &&
      current.pathname !== next.pathname &&
      !window.confirm('¿Salir sin guardar? Los cambios que escribiste se perderán.'),
    enableBeforeUnload: dirty,
  });
}
