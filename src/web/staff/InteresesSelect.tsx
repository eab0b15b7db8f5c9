import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { listIntereses } from '#contract/intereses.ts';
import { useEndpoint } from '../api/queries.ts';
import { plainFilter } from '../ui/form/ComunaSelect.tsx';
import { InteresChip } from './InteresChip.tsx';

type Props = Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> & {
  value?: number[] | undefined;
  onChange?: (ids: number[]) => void;
};

/** Several interests, found without accents. */
export function InteresesSelect({ value = [], onChange, ...props }: Props) {
  const { data } = useEndpoint(listIntereses, {}, { staleTime: 60_000 });
  const intereses = data?.items ?? [];
  return (
    <MultiSelect
      searchable
      clearable
      placeholder={value.length === 0 ? 'Elige uno o varios' : undefined}
      {...props}
      data={intereses.map(({ id, nombre }) => ({ value: String(id), label: nombre }))}
      filter={plainFilter}
      renderOption={({ option }) => {
        const interes = intereses.find(({ id }) => String(id) === option.value);
        return interes ? <InteresChip interes={interes} /> : option.label;
      }}
      value={value.map(String)}
      onChange={(ids) => onChange?.(ids.map(Number))}
    />
  );
}
