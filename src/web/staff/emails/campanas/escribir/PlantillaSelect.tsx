import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { nombresTipoCampana } from '#contract/nombres.ts';
import { listPlantillas, type PlantillaItem } from '#contract/plantillas.ts';
import { useEndpoint } from '../../../../api/queries.ts';

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value: number | null;
  onChange: (plantilla: PlantillaItem | undefined) => void;
};

/** One of the templates, or none: a blank message. */
export function PlantillaSelect({ value, onChange, ...props }: Props) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<PlantillaItem>();
  const [q] = useDebouncedValue(text.trim(), 200);
  const searching = q !== chosen?.nombre;
  const list = useEndpoint(
    listPlantillas,
    { query: { ...(searching && q ? { q } : {}), limite: 30 } },
    { keep: true, staleTime: 30_000 },
  );
  const items = new Map((list.data?.items ?? []).map((one) => [one.id, one]));
  if (chosen && chosen.id === value) items.set(chosen.id, chosen);
  return (
    <Select
      label="Partir de una plantilla"
      placeholder="En blanco"
      searchable
      clearable
      autoComplete="off"
      clearButtonProps={{ 'aria-label': 'Partir en blanco' }}
      nothingFoundMessage={list.isFetching ? 'Buscando…' : 'Ninguna plantilla coincide'}
      {...props}
      data={[...items.values()].map(({ id, nombre, tipo }) => ({
        value: String(id),
        label: `${nombre} · ${nombresTipoCampana[tipo]}`,
      }))}
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={value === null ? null : String(value)}
      onChange={(id) => {
        const found = id === null ? undefined : items.get(Number(id));
        setChosen(found);
        onChange(found);
      }}
    />
  );
}
