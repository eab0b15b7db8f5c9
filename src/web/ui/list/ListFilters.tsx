import { Button, Chip, Group, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconChevronDown, IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Filter } from './types.ts';
import { useListSearch } from './useListSearch.ts';

type Props = { searchLabel?: string; filters: Filter[]; children?: ReactNode };

/** The search box and the filters of a list; all they say lives in the URL. */
export function ListFilters({ searchLabel, filters, children }: Props) {
  const { search, set } = useListSearch();
  const active = filters.filter(({ name }) => search[name]);
  return (
    <Group gap="xs" mb="sm">
      {searchLabel && <SearchBox label={searchLabel} />}
      {filters.map((filter) => (
        <FilterMenu
          key={filter.name}
          filter={filter}
          value={search[filter.name]}
          onChange={(value) => set({ [filter.name]: value })}
        />
      ))}
      {children}
      {active.length > 0 && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => set(Object.fromEntries(filters.map(({ name }) => [name, undefined])))}
        >
          Quitar filtros
        </Button>
      )}
    </Group>
  );
}

function SearchBox({ label }: { label: string }) {
  const { search, set } = useListSearch();
  const [text, setText] = useState(search.q ?? '');
  const apply = useDebouncedCallback((q: string) => set({ q: q.trim() || undefined }), 250);
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
      style={{ flex: '1 1 260px', maxWidth: 420 }}
    />
  );
}

type FilterProps = {
  filter: Filter;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

/** A few options stand as chips; more go into a menu. */
function FilterMenu({ filter, value, onChange }: FilterProps) {
  const chosen = value?.split(',') ?? [];
  const toggle = (option: string) => {
    const next = chosen.includes(option)
      ? chosen.filter((one) => one !== option)
      : [...(filter.multiple ? chosen : []), option];
    onChange(next.length > 0 ? next.join(',') : undefined);
  };
  if (filter.options.length <= 5) {
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
    <Menu closeOnItemClick={!filter.multiple} position="bottom-start" shadow="md">
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
          <Menu.Item
            key={option.value}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(option.value)}
            onClick={() => toggle(option.value)}
            rightSection={chosen.includes(option.value) ? '✓' : undefined}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function summary(names: string[]): string {
  return names.length > 2 ? `${names[0]} y ${names.length - 1} más` : names.join(', ');
}
