import { Chip, Select } from '@mantine/core';
import { plainFilter } from '../../ui/form/ComunaSelect.tsx';
import { FilterPopover } from '../../ui/list/FilterPopover.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { useResponsables } from '../useResponsables.ts';

type Props = {
  title: string;
  /** The chip for those of whoever looks: `Mis clientes`. */
  mine: string;
  /** The option for those of nobody. */
  nobody: string;
};

/** Whose the rows are: one's own by a chip, those of others or of nobody behind a button. */
export function ResponsableFilter({ title, mine, nobody }: Props) {
  const { search, set } = useListSearch();
  const responsables = useResponsables();
  const { responsable } = search;
  const options = [
    { value: 'nadie', label: nobody },
    ...responsables.map(({ id, label }) => ({ value: id, label })),
  ];
  const other = responsable === 'yo' ? undefined : responsable;
  const chosen = other && (options.find(({ value }) => value === other)?.label ?? 'desconocido');
  return (
    <>
      <FilterPopover title={title} chosen={chosen}>
        <Select
          label={title}
          searchable
          clearable
          autoComplete="off"
          placeholder="Cualquiera"
          comboboxProps={{ withinPortal: false }}
          data={options}
          filter={plainFilter}
          value={options.some(({ value }) => value === other) ? (other ?? null) : null}
          onChange={(value) => set({ responsable: value ?? undefined })}
        />
      </FilterPopover>
      <Chip
        checked={responsable === 'yo'}
        onChange={(checked) => set({ responsable: checked ? 'yo' : undefined })}
      >
        {mine}
      </Chip>
    </>
  );
}
