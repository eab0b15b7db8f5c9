import { Select, type SelectProps } from '@mantine/core';

const data = [
  { value: 'STARTTLS', label: 'STARTTLS' },
  { value: 'TLS', label: 'TLS desde el comienzo' },
  { value: 'NINGUNA', label: 'Ninguna (no recomendado)' },
];

export function SeguridadField(props: SelectProps) {
  return <Select label="Seguridad" data={data} allowDeselect={false} {...props} />;
}
