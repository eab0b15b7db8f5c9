import { Select, type SelectProps } from '@mantine/core';
import { plainFilter } from '../ui/form/ComunaSelect.tsx';
import { useResponsables } from './useResponsables.ts';

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  /** The id of one of the team; null for nobody. */
  value?: string | null | undefined;
  onChange?: (id: string | null) => void;
};

/** One of the team, found without accents; empty is nobody. */
export function ResponsableSelect({ value = null, onChange, ...props }: Props) {
  const responsables = useResponsables();
  return (
    <Select
      searchable
      clearable
      autoComplete="off"
      placeholder="Nadie"
      {...props}
      data={responsables.map(({ id, label }) => ({ value: id, label }))}
      filter={plainFilter}
      value={value}
      onChange={(id) => onChange?.(id)}
    />
  );
}
