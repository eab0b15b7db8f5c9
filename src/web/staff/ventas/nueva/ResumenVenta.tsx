import { Group, Stack, Text } from '@mantine/core';
import { Money } from '../../../ui/Money.tsx';
import { keyOf } from './item.ts';
import type { Venta } from './useVentaForm.ts';
import { itemRefDe, subtotalDe } from './ventaForm.ts';

/** The sum as it is being made; what counts is what the server answers. */
export function ResumenVenta({ venta: { values, items, total } }: { venta: Venta }) {
  const { lineas } = values;
  if (lineas.length === 0) return <Text c="dimmed">Agrega lo que se vende para ver el total.</Text>;
  const pago = values.pago?.monto ?? 0;
  return (
    <Stack gap={4} aria-live="polite">
      {lineas.length > 1 &&
        lineas.map((linea, index) => (
          <Row key={keyOf(itemRefDe(linea))} label={items[index]?.titulo ?? ''}>
            <Money value={subtotalDe(linea, items[index]?.precio ?? 0)} />
          </Row>
        ))}
      <Row label="Total" strong>
        <Money value={total} />
      </Row>
      {values.pago && (
        <Row label={pago > total ? 'Quedará a favor' : 'Quedará por pagar'}>
          <Money value={Math.abs(total - pago)} />
        </Row>
      )}
    </Stack>
  );
}

type RowProps = { label: string; strong?: boolean; children: React.ReactNode };

function Row({ label, strong = false, children }: RowProps) {
  return (
    <Group justify="space-between" wrap="nowrap" fw={strong ? 650 : 400} fz={strong ? 'xl' : 'md'}>
      <span>{label}</span>
      {children}
    </Group>
  );
}
