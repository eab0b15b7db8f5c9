import { useDebouncedValue } from '@mantine/hooks';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import { listTalleres, type TallerItem } from '#contract/talleres.ts';
import { useEndpoint } from '../../api/queries.ts';
import type { PickerOption } from '../../ui/Picker.tsx';

const SHOWN = 6;

export const quedan = (libres: number) =>
  libres <= 0 ? 'Completo' : libres === 1 ? 'Queda 1 cupo' : `Quedan ${libres} cupos`;

export const precioDe = (precio: number) => (precio === 0 ? 'Gratis' : formatPesos(precio));

/** Published Talleres to come that match a text, as options; those without room for `cupos` are disabled. */
export function useTallerOptions({ q, cupos, not }: { q: string; cupos: number; not?: number }) {
  const [asked] = useDebouncedValue(q.trim(), 200);
  const list = useEndpoint(
    listTalleres,
    { query: { q: asked, cuando: 'PROXIMOS', estado: ['PUBLICADO'], limite: SHOWN + 1 } },
    { keep: true },
  );
  const items = (list.data?.items ?? []).filter(({ id }) => id !== not).slice(0, SHOWN);
  const options = items.map((taller) => toOption(taller, cupos));
  return { items, options, loading: list.isFetching, error: list.error };
}

function toOption(taller: TallerItem, cupos: number): PickerOption {
  const when = formatMomento(taller.iniciaEn, taller.zona, new Date().toISOString());
  return {
    key: String(taller.id),
    title: taller.titulo,
    detail: `${when} · ${precioDe(taller.precio)}`,
    aside: quedan(taller.cuposLibres),
    disabled: taller.cuposLibres < cupos,
  };
}
