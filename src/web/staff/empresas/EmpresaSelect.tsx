import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type EmpresaItem, getEmpresa, listEmpresas } from '#contract/empresas.ts';
import { useEndpoint } from '../../api/queries.ts';

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value?: number | null | undefined;
  onChange?: (id: number | null) => void;
  /** What is being searched, for offering to create it. */
  onText?: (text: string) => void;
};

/** One of the empresas, found by the server while one types. */
export function EmpresaSelect({ value = null, onChange, onText, ...props }: Props) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const chosen = useEndpoint(
    getEmpresa,
    { params: { id: value ?? 0 } },
    { enabled: value !== null, staleTime: 60_000 },
  );
  // Once chosen, the text is its own name, which is no search.
  const searching = q !== chosen.data?.razonSocial;
  const found = useEndpoint(
    listEmpresas,
    { query: { ...(searching && q ? { q } : {}), limite: 20 } },
    { keep: true },
  );
  const options = new Map<number, Pick<EmpresaItem, 'id' | 'razonSocial'>>();
  for (const empresa of found.data?.items ?? []) options.set(empresa.id, empresa);
  if (chosen.data && value !== null) options.set(value, chosen.data);

  return (
    <Select
      searchable
      clearable
      autoComplete="off"
      placeholder="Escribe para buscar"
      nothingFoundMessage={found.isFetching ? 'Buscando…' : 'Ninguna empresa coincide'}
      {...props}
      data={[...options.values()].map(({ id, razonSocial }) => ({
        value: String(id),
        label: razonSocial,
      }))}
      // The server has chosen by then; it also knows other names and RUTs.
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={(typed) => {
        setText(typed);
        onText?.(typed);
      }}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange?.(id === null ? null : Number(id))}
    />
  );
}
