import { Fieldset, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { MoneyInput } from '../../../ui/form/MoneyInput.tsx';
import { Option } from './Option.tsx';
import type { Venta } from './useVentaForm.ts';
import type { LineaValues } from './ventaForm.ts';

type Props = { venta: Venta; index: number; linea: LineaValues };

/** What a line may also have, folded until it is asked for: a discount, and the names of its seats. */
export function LineaExtras({ venta, index, linea }: Props) {
  const { field, set } = venta;
  const path = (name: string) => `lineas.${index}.${name}`;
  const asientos = linea.tipo === 'TALLER' ? Number(linea.cantidad) || 0 : 0;
  return (
    <Stack gap="sm">
      <Option
        label="Con descuento"
        started={linea.conDescuento}
        onChange={(on) => {
          set(path('conDescuento'), on);
          set(path('descuento'), undefined);
          if (!on) set(path('descuentoMotivo'), '');
        }}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <MoneyInput label="Descuento en pesos" required {...field(path('descuento'))} />
          <TextInput
            label="Motivo del descuento"
            required
            autoComplete="off"
            {...field(path('descuentoMotivo'))}
          />
        </SimpleGrid>
      </Option>
      {asientos > 1 && (
        <Option
          label="Nombrar a quienes asisten"
          started={linea.tipo === 'TALLER' && linea.asistentes.length > 0}
          onChange={() => set(path('asistentes'), [])}
        >
          {Array.from({ length: asientos }, (_, seat) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is a seat, and its number is its place.
            <Fieldset key={seat} legend={`Cupo ${seat + 1}`} p="xs">
              <Asistente venta={venta} index={index} linea={linea} seat={seat} />
            </Fieldset>
          ))}
        </Option>
      )}
    </Stack>
  );
}

function Asistente({ venta: { field, set }, index, linea, seat }: Props & { seat: number }) {
  const path = `lineas.${index}.asistentes`;
  const asistentes = linea.tipo === 'TALLER' ? linea.asistentes : [];
  const change = (name: 'nombres' | 'apellidos', text: string) => {
    const length = Math.max(asistentes.length, seat + 1);
    const rows = Array.from({ length }, (_, i) => asistentes[i] ?? { nombres: '', apellidos: '' });
    set(
      path,
      rows.map((row, i) => (i === seat ? { ...row, [name]: text } : row)),
    );
  };
  return (
    <SimpleGrid cols={2} spacing="xs">
      {(['nombres', 'apellidos'] as const).map((name) => (
        <TextInput
          key={name}
          label={name === 'nombres' ? 'Nombres' : 'Apellidos'}
          autoComplete="off"
          {...field(`${path}.${seat}.${name}`)}
          value={asistentes[seat]?.[name] ?? ''}
          onChange={(event) => change(name, event.currentTarget.value)}
        />
      ))}
    </SimpleGrid>
  );
}
