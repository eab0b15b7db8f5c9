import { Select, type SelectProps, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { getSegmento, listSegmentos, type SegmentoItem } from '#contract/segmentos.ts';
import { useEndpoint } from '../../api/queries.ts';

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value: number | null;
  onChange: (id: number | null) => void;
};

/** One of the saved segments, found by the server while one types. */
export function SegmentoSelect({ value, onChange, ...props }: Props) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const chosen = useEndpoint(
    getSegmento,
    { params: { id: value ?? 0 } },
    { enabled: value !== null, staleTime: 60_000 },
  );
  // Once chosen, the text is its own name, which is no search.
  const searching = q !== chosen.data?.nombre;
  const found = useEndpoint(
    listSegmentos,
    { query: { ...(searching && q ? { q } : {}), limite: 20 } },
    { keep: true },
  );
  const options = new Map<number, Pick<SegmentoItem, 'id' | 'nombre' | 'frase'>>();
  for (const segmento of found.data?.items ?? []) options.set(segmento.id, segmento);
  if (chosen.data && value !== null) options.set(value, chosen.data);

  return (
    <Select
      searchable
      clearable
      autoComplete="off"
      placeholder="Escribe para buscar"
      nothingFoundMessage={found.isFetching ? 'Buscando…' : 'Ningún segmento coincide'}
      error={value !== null && chosen.isError ? 'Ese segmento ya no está.' : undefined}
      description={chosen.data?.frase}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
      data={[...options.values()].map(({ id, nombre }) => ({ value: String(id), label: nombre }))}
      renderOption={({ option }) => (
        <div>
          {option.label}
          <Text size="sm" c="dimmed" lineClamp={2}>
            {options.get(Number(option.value))?.frase}
          </Text>
        </div>
      )}
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
    />
  );
}
