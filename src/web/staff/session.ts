import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getMarca } from '#contract/ajustes.ts';
import { getSesion } from '#contract/auth.ts';
import type { Permiso } from '#contract/permisos.ts';
import { getNegocioPublico } from '#contract/publico.ts';
import { call } from '../api/client.ts';
import { keyOf } from '../api/queries.ts';

export const sesionQuery = queryOptions({
  queryKey: keyOf(getSesion),
  queryFn: () => call(getSesion, {}),
  staleTime: 60_000,
});

export const marcaQuery = queryOptions({
  queryKey: keyOf(getMarca),
  queryFn: () => call(getMarca, {}),
  staleTime: 300_000,
});

/** What anyone may know of the business: for the pages of those who are not in yet. */
export const negocioQuery = queryOptions({
  queryKey: keyOf(getNegocioPublico),
  queryFn: () => call(getNegocioPublico, {}),
  staleTime: 300_000,
  retry: false,
});

/** Who is signed in; only for screens within the frame, which loads it first. */
export const useYo = () => useSuspenseQuery(sesionQuery).data;

/** Whether the person signed in may do something: `puede('clientes:escribir')`. */
export function usePuede(): (permiso: Permiso) => boolean {
  const { permisos } = useYo();
  return (permiso) => permisos.includes(permiso);
}

/** Name, logo, accent, zone and public address of the business, once the frame has loaded them. */
export const useMarca = () => useQuery({ ...marcaQuery, enabled: false }).data;
