import { listResponsables } from '#contract/interacciones.ts';
import { useEndpoint } from '../api/queries.ts';
import { useYo } from './session.ts';

export type Responsable = { id: string; nombre: string; label: string };

/** The team, to give work to: whoever looks comes first, as «Yo». */
export function useResponsables(): Responsable[] {
  const yo = useYo();
  const { data } = useEndpoint(listResponsables, {}, { staleTime: 60_000 });
  const all = (data?.items ?? []).map((one) => ({
    ...one,
    label: one.id === yo.id ? `${one.nombre} (yo)` : one.nombre,
  }));
  return [...all.filter(({ id }) => id === yo.id), ...all.filter(({ id }) => id !== yo.id)];
}
