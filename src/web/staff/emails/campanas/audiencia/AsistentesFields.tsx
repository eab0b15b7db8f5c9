import { Checkbox, Group, Stack } from '@mantine/core';
import { EstadoPagoBadge } from '../../../estados.tsx';
import type { AudienciaBorrador } from './borrador.ts';
import { CosaSelect } from './CosaSelect.tsx';

type Asistentes = Extract<AudienciaBorrador, { modo: 'ASISTENTES' }>;
type Props = { value: Asistentes; onChange: (value: Asistentes) => void };

const estados = ['PAGADO', 'ABONADO', 'PENDIENTE'] as const;
type Estado = (typeof estados)[number];

/** Those who hold a seat of a Taller, all or by how they paid. */
export function AsistentesFields({ value, onChange }: Props) {
  return (
    <Stack gap="md">
      <CosaSelect
        clase="talleres"
        label="Taller"
        required
        value={value.tallerId}
        onChange={(id) => onChange({ ...value, tallerId: id ?? undefined })}
      />
      <Checkbox.Group
        label="Según su pago"
        description="Sin marcar nada, llega a todas las personas inscritas."
        value={value.estados ?? []}
        onChange={(chosen) => {
          const next = estados.filter((estado) => chosen.includes(estado)) as Estado[];
          onChange({
            modo: 'ASISTENTES',
            tallerId: value.tallerId,
            ...(next.length > 0 ? { estados: next } : {}),
          });
        }}
      >
        <Group gap="lg" mt={8}>
          {estados.map((estado) => (
            <Checkbox key={estado} value={estado} label={<EstadoPagoBadge estado={estado} />} />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  );
}
