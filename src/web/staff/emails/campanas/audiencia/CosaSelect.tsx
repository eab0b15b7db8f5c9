import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core';
import { type Clase, useCosas } from './cosas.ts';

type Many = Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> & {
  clase: Clase;
  value: number[];
  onChange: (ids: number[]) => void;
};

/** Several talleres, cursos or productos, found by the server while one types. */
export function CosasSelect({ clase, value, onChange, ...props }: Many) {
  const cosas = useCosas(clase, value);
  return (
    <MultiSelect
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Quitar todos' }}
      placeholder={value.length === 0 ? 'Escribe para buscar' : undefined}
      {...props}
      {...cosas}
      filter={({ options }) => options}
      value={value.map(String)}
      onChange={(ids) => onChange(ids.map(Number))}
    />
  );
}

type One = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  clase: Clase;
  value: number | null | undefined;
  onChange: (id: number | null) => void;
};

/** One taller, curso or producto, found by the server while one types. */
export function CosaSelect({ clase, value, onChange, ...props }: One) {
  const cosas = useCosas(clase, value ? [value] : []);
  return (
    <Select
      searchable
      clearable
      autoComplete="off"
      clearButtonProps={{ 'aria-label': 'Quitar' }}
      placeholder="Escribe para buscar"
      {...props}
      {...cosas}
      filter={({ options }) => options}
      value={value ? String(value) : null}
      onChange={(id) => onChange(id === null ? null : Number(id))}
    />
  );
}
