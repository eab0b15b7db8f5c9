import { getSegmento } from '#contract/segmentos.ts';
import { useEndpoint } from '../../api/queries.ts';
import { FilterPopover } from '../../ui/list/FilterPopover.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { SegmentoSelect } from './SegmentoSelect.tsx';

const ID = /^[1-9]\d{0,14}$/;

/** Those of a list of people who are in a segment. */
export function SegmentoFilter() {
  const { search, set } = useListSearch();
  const { segmento } = search;
  const id = segmento && ID.test(segmento) ? Number(segmento) : null;
  const found = useEndpoint(
    getSegmento,
    { params: { id: id ?? 0 } },
    { enabled: id !== null, staleTime: 60_000 },
  );
  return (
    <FilterPopover title="Segmento" chosen={segmento && (found.data?.nombre ?? 'desconocido')}>
      <SegmentoSelect
        label="Segmento"
        // What opens inside a popover stays in it: a click there must not close it.
        comboboxProps={{ withinPortal: false }}
        value={id}
        onChange={(next) => set({ segmento: next === null ? undefined : String(next) })}
      />
    </FilterPopover>
  );
}
