import { Checkbox, Fieldset, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DateTimeInput } from '../../ui/form/DateTimeInput.tsx';
import { MoneyInput } from '../../ui/form/MoneyInput.tsx';
import { useZone } from '../../ui/zone.tsx';
import { PagoFields } from './PagoFields.tsx';
import type { VentaForm } from './useVentaForm.ts';

type Props = { venta: VentaForm; total: number; cantidad: number };

const HOUR = 3_600_000;
const USUAL_HOLD = 48 * HOUR;

/** In two days, on the hour. */
function usualDeadline(): string {
  return new Date(Math.ceil((Date.now() + USUAL_HOLD) / HOUR) * HOUR).toISOString();
}

/** What a sale may also have: payment, discount, deadline, names; each folded until it is asked for. */
export function VentaOpciones({ venta, total, cantidad }: Props) {
  const { field, set } = venta;
  const zone = useZone();
  const monto = venta.values.pago?.monto;
  const before = useRef(total);

  // A payment of all stays a payment of all when seats or discount change.
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
          setMonto={(monto) => set('pago.monto', monto)}
          todo={total}
          montoLabel="Monto que paga"
        />
      </Option>
      <Option
        label="Con descuento"
        onChange={(on) => {
          set('linea.descuento', undefined);
          if (!on) set('linea.descuentoMotivo', '');
        }}
      >
        <MoneyInput
          label="Descuento"
          description="Pesos menos sobre el total de los cupos."
          required
          {...field('linea.descuento')}
        />
        <TextInput
          label="Motivo del descuento"
          required
          autoComplete="off"
          {...field('linea.descuentoMotivo')}
        />
      </Option>
      <Option
        label="Reservar con plazo"
        onChange={(on) => set('venceEn', on ? usualDeadline() : undefined)}
      >
        <DateTimeInput
          label="Reservar hasta"
          description="Si no paga nada antes, sus cupos se liberan solos."
          zone={zone}
          {...field('venceEn')}
        />
      </Option>
      {cantidad > 1 && (
        <Option label="Nombrar a quienes asisten" onChange={() => set('asistentes', [])}>
          {Array.from({ length: cantidad }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is a seat, and its number is its place.
            <Fieldset key={index} legend={`Cupo ${index + 1}`} p="xs">
              <Asistente venta={venta} index={index} />
            </Fieldset>
          ))}
        </Option>
      )}
    </Stack>
  );
}

function Asistente({ venta: { field, set, values }, index }: { venta: VentaForm; index: number }) {
  const { asistentes } = values;
  const change = (name: 'nombres' | 'apellidos', text: string) => {
    const length = Math.max(asistentes.length, index + 1);
    const rows = Array.from({ length }, (_, i) => asistentes[i] ?? { nombres: '', apellidos: '' });
    set(
      'asistentes',
      rows.map((row, i) => (i === index ? { ...row, [name]: text } : row)),
    );
  };
  return (
    <SimpleGrid cols={2} spacing="xs">
      {(['nombres', 'apellidos'] as const).map((name) => (
        <TextInput
          key={name}
          label={name === 'nombres' ? 'Nombres' : 'Apellidos'}
          autoComplete="off"
          {...field(`asistentes.${index}.${name}`)}
          value={asistentes[index]?.[name] ?? ''}
          onChange={(event) => change(name, event.currentTarget.value)}
        />
      ))}
    </SimpleGrid>
  );
}

type OptionProps = { label: string; onChange: (on: boolean) => void; children: ReactNode };

function Option({ label, onChange, children }: OptionProps) {
  const [on, setOn] = useState(false);
  return (
    <Stack gap="sm">
      <Checkbox
        label={label}
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          onChange(event.currentTarget.checked);
        }}
      />
      {on && (
        <Stack gap="sm" pl={{ base: 0, sm: 30 }}>
          {children}
        </Stack>
      )}
    </Stack>
  );
}
