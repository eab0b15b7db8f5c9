import { Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { DateTimeInput } from '../../../ui/form/DateTimeInput.tsx';
import { useZone } from '../../../ui/zone.tsx';
import { PagoFields } from '../PagoFields.tsx';
import { Option } from './Option.tsx';
import type { Venta } from './useVentaForm.ts';

const HOUR = 3_600_000;
const USUAL_HOLD = 48 * HOUR;

/** In two days, on the hour. */
function usualDeadline(): string {
  return new Date(Math.ceil((Date.now() + USUAL_HOLD) / HOUR) * HOUR).toISOString();
}

/** What the whole sale may also have: a payment, a deadline; each folded until it is asked for. */
export function VentaOpciones({ venta }: { venta: Venta }) {
  const { field, set, total } = venta;
  const zone = useZone();
  const monto = venta.values.pago?.monto;
  const before = useRef(total);

  // A payment of all stays a payment of all when lines, seats or discount change.
  useEffect(() => {
    const all = before.current;
    before.current = total;
    if (monto !== undefined && monto === all && all !== total)
      set('pago.monto', total || undefined);
  }, [total, monto, set]);

  return (
    <Stack gap="md">
      <Option
        label="Paga ahora"
        onChange={(on) =>
          set('pago', on ? { monto: total || undefined, medio: 'TRANSFERENCIA' } : undefined)
        }
      >
        <PagoFields
          field={(name) => field(`pago.${name}`)}
          setMonto={(value) => set('pago.monto', value)}
          todo={total}
          montoLabel="Monto que paga"
        />
      </Option>
      <Option
        label="Reservar con plazo"
        onChange={(on) => set('venceEn', on ? usualDeadline() : undefined)}
      >
        <DateTimeInput
          label="Reservar hasta"
          description="Si no paga nada antes, lo reservado queda libre solo."
          zone={zone}
          {...field('venceEn')}
        />
      </Option>
    </Stack>
  );
}
