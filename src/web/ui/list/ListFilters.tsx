import { Button, Chip, Group, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconChevronDown, IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { Filter } from './types.ts';
import { useListSearch } from './useListSearch.ts';

type Extra = { names: string[]; node: ReactNode };
type Props = { searchLabel?: string | undefined; filters: Filter[]; extra?: Extra | undefined };

/** The search box and the filters of a list; all they say lives in the URL. Phones fold the filters. */
export function ListFilters({ searchLabel, filters, extra }: Props) {
  const { search, set } = useListSearch();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure();
  const panelId = useId();
  const names = [...filters.map(({ name }) => name), ...(extra?.names ?? [])];
  const active = names.filter((name) => search[name]).length;
  const fold = phone && names.length > 0;
  const control = (filter: Filter) => (
    <FilterMenu
      key={filter.name}
      filter={filter}
      value={search[filter.name]}
      onChange={(value) => set({ [filter.name]: value })}
    />
  );
  // Chips come last: as a row of their own where they do not fit beside the rest.
  const controls = (
    <>
      {filters.filter((filter) => !isShort(filter)).map(control)}
      {extra?.node}
      {filters.filter(isShort).map(control)}
      {active > 0 && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => set(Object.fromEntries(names.map((name) => [name, undefined])))}
        >
          Quitar filtros
        </Button>
      )}
    </>
  );
  return (
    <Group gap="xs" mb="sm">
      {searchLabel && <SearchBox label={searchLabel} />}
      {fold && (
        <Button
          variant={active > 0 ? 'light' : 'default'}
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
          aria-expanded={opened}
          aria-controls={opened ? panelId : undefined}
          onClick={toggle}
        >
          {active > 0 ? `Filtros: ${active}` : 'Filtros'}
        </Button>
      )}
      {fold
        ? opened && (
            <Group gap="xs" id={panelId} w="100%">
              {controls}
            </Group>
          )
        : controls}
    </Group>
  );
}

function SearchBox({ label }: { label: string }) {
  const { search, set } = useListSearch();
  const [text, setText] = useState(search.q ?? '');
  const [sent, setSent] = useState(search.q);
  const [seen, setSeen] = useState(search.q);
  // Cleared or changed by something else than this box: show it.
  if (search.q !== seen) {
    setSeen(search.q);
    if (search.q !== sent) setText(search.q ?? '');
  }
  const apply = useDebouncedCallback((typed: string) => {
    const q = typed.trim() || undefined;
    setSent(q);
    set({ q });
  }, 250);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={120}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
      style={{ flex: '1 1 200px', maxWidth: 420 }}
    />
  );
}

type FilterProps = {
  filter: Filter;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

/** A few options stand as chips; more go into a menu. */
const isShort = ({ options }: Filter) => options.length <= 5;

function FilterMenu({ filter, value, onChange }: FilterProps) {
  const chosen = value?.split(',') ?? [];
  const toggle = (option: string) => {
    const next = chosen.includes(option)
      ? chosen.filter((one) => one !== option)
      : [...(filter.multiple ? chosen : []), option];
    onChange(next.length > 0 ? next.join(',') : undefined);
  };
  if (filter.options.length === 0) return null;
  if (isShort(filter)) {
    return (
      <Group gap={6} role="group" aria-label={filter.title}>
        {filter.options.map((option) => (
          <Chip
            key={option.value}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          >
            {option.label}
          </Chip>
        ))}
      </Group>
    );
  }
  const names = filter.options
    .filter((option) => chosen.includes(option.value))
    .map(({ label }) => label);
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          variant={names.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {names.length > 0 ? `${filter.title}: ${summary(names)}` : filter.title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {filter.options.map((option) => (
          <Menu.CheckboxItem
            key={option.value}
            checked={chosen.includes(option.value)}
            closeMenuOnClick={!filter.multiple}
            onChange={() => toggle(option.value)}
          >
            {option.label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function summary(names: string[]): string {
  return names.length > 2 ? `${names[0]} y ${names.length - 1} más` : names.join(', ');
}
