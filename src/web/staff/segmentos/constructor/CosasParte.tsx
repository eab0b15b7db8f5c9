import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import classes from './constructor.module.css';
import { type ClaseDeCosa, fuentes } from './fuentesPropias.ts';

export type Cosas = Partial<Record<ClaseDeCosa, number[]>>;

type Props = {
  label: string;
  /** What holds while none is chosen. */
  placeholder: string;
  /** The kinds that may be named, in the order in which they are offered. */
  clases: readonly ClaseDeCosa[];
  value: Cosas;
  onChange: (value: Cosas) => void;
  error?: string | undefined;
};

const titulos: Record<ClaseDeCosa, string> = {
  talleres: 'Talleres',
  cursos: 'Cursos',
  productos: 'Kits y productos',
  intereses: 'Todo lo de un interés',
  campanas: 'Campañas',
  empresas: 'Empresas',
};

/** Things of one or of several kinds, in one field, found by the server while one types. */
export function CosasParte(props: Props) {
  const { label, placeholder, clases, value, onChange, error } = props;
  const { grupos, text, setText, searching } = useBuscadas(clases, value);
  const elegidas = clases.flatMap((clase) => (value[clase] ?? []).map((id) => keyOf(clase, id)));
  function change(keys: string[]) {
    onChange(
      Object.fromEntries(clases.map((clase) => [clase, keys.flatMap((key) => idOf(clase, key))])),
    );
  }
  return (
    <MultiSelect
      aria-label={label}
      className={classes.wide}
      classNames={{ inputField: classes.typed }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Quitar todos' }}
      placeholder={elegidas.length === 0 ? placeholder : undefined}
      data={
        clases.length === 1
          ? grupos.flatMap(({ items }) => items)
          : grupos.map(({ clase, items }) => ({ group: titulos[clase], items }))
      }
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={searching ? 'Buscando…' : 'Nada coincide'}
      value={elegidas}
      onChange={change}
      error={error}
    />
  );
}

const keyOf = (clase: ClaseDeCosa, id: number) => `${clase}:${id}`;

function idOf(clase: ClaseDeCosa, key: string): number[] {
  const [of, id] = key.split(':');
  return of === clase ? [Number(id)] : [];
}

/** What a text finds of each kind, and the names of those chosen. */
function useBuscadas(clases: readonly ClaseDeCosa[], value: Cosas) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const chosen = clases.flatMap((clase) => (value[clase] ?? []).map((id) => ({ clase, id })));
  const named = useQueries({
    queries: chosen.map(({ clase, id }) => ({
      queryKey: ['cosa', clase, id],
      queryFn: () => fuentes[clase].leer(id).then(({ nombre }) => ({ id, nombre })),
      staleTime: 300_000,
      retry: false,
    })),
  });
  const found = useQueries({
    queries: clases.map((clase) => ({
      queryKey: ['cosas', clase, q],
      queryFn: async () =>
        (await fuentes[clase].buscar(q)).map(({ id, nombre }) => ({ id, nombre })),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    })),
  });
  const grupos = clases.flatMap((clase, index) => {
    const names = new Map<number, string>();
    chosen.forEach((one, at) => {
      const read = named[at];
      if (one.clase !== clase) return;
      names.set(one.id, read?.data?.nombre ?? (read?.isError ? 'Ya no está' : 'Cargando…'));
    });
    for (const { id, nombre } of found[index]?.data ?? []) names.set(id, nombre);
    const items = [...names].map(([id, nombre]) => ({ value: keyOf(clase, id), label: nombre }));
    return items.length > 0 ? [{ clase, items }] : [];
  });
  return { grupos, text, setText, searching: found.some(({ isFetching }) => isFetching) };
}
