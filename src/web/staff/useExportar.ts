import type { Endpoint } from '#contract/endpoint.ts';
import { usePuede } from './session.ts';

type Exportaciones = typeof import('#contract/exportaciones.ts');

/** Where a list comes as a file, for those who may take data out; fetched when it is asked for. */
export function useExportar(name: keyof Exportaciones): (() => Promise<Endpoint>) | undefined {
  const puede = usePuede();
  if (!puede('datos:exportar')) return undefined;
  return async () => (await import('#contract/exportaciones.ts'))[name];
}
