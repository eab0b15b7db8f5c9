import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Choices } from '../form/Choices.tsx';
import { type CatalogoSearch, negocioQuery } from '../publico.api.ts';
import classes from './catalogo.module.css';

type Props = {
  search: CatalogoSearch;
  onChange: (search: CatalogoSearch) => void;
  /** What the search is for, and by what. */
  label: string;
  placeholder: string;
};

export function CatalogoFilters({ search, onChange, label, placeholder }: Props) {
  const { data } = useQuery(negocioQuery);
  const [text, setText] = useState(search.q ?? '');
  const send = useDebouncedCallback((q: string) => onChange({ ...search, q: q || undefined }), 250);

  // The address also changes by the browser's back button and by "Ver todos".
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is being typed must not be overwritten.
  useEffect(() => {
    if ((search.q ?? '') !== text.trim()) setText(search.q ?? '');
  }, [search.q]);

  const choices = [{ id: undefined, nombre: 'Todos', color: '' }, ...(data?.intereses ?? [])];
  return (
    <search className={classes.filters}>
      <TextInput
        type="search"
        aria-label={label}
        placeholder={placeholder}
        size="md"
        radius="xl"
        leftSection={<IconSearch size={18} aria-hidden />}
        className={classes.search}
        value={text}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setText(value);
          send(value.trim());
        }}
      />
      <fieldset className={classes.fieldset}>
        <legend className={classes.hidden}>Filtrar por interés</legend>
        <Choices
          type="radio"
          name="interes"
          choices={choices}
          isChosen={(id) => search.interes === id}
          onChoose={(id) => onChange({ ...search, interes: id })}
          swipe
        />
      </fieldset>
    </search>
  );
}
