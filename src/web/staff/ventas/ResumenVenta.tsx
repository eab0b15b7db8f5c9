import { Group, Stack, Text } from '@mantine/core';
import { formatPesos } from '#contract/money.ts';
import { Money } from '../../ui/Money.tsx';
import type { TallerElegido } from './ElegirTaller.tsx';
import type { VentaValues } from './ventaForm.ts';

type Props = { taller: TallerElegido | undefined; values: VentaValues; total: number };

/** The sum as it is being made; what counts is what the server answers. */
export function ResumenVenta({ taller, values, total }: Props) {
  if (!taller) return <Text c="dimmed">Elige el taller para ver el precio.</Text>;
  const { cantidad, descuento } = values.linea;
  const pago = values.pago?.monto ?? 0;
  return (
    <Stack gap={4} aria-live="polite">
      <Row label={`${cantidad || 0} × ${formatPesos(taller.precio)}`}>
        <Money value={(cantidad || 0) * taller.precio} />
      </Row>
      {descuento ? (
        <Row label="Descuento">
          <Money value={-descuento} />
        </Row>
      ) : null}
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
    <Group justify="space-between" fw={strong ? 650 : 400} fz={strong ? 'xl' : 'md'}>
      <span className="tabular">{label}</span>
      {children}
    </Group>
  );
}
