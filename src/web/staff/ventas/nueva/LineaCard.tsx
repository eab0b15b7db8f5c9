import { CloseButton, Group, NumberInput, Stack, Text } from '@mantine/core';
import { MAX_CUPOS_VENTA, MAX_UNIDADES } from '#contract/ventas.ts';
import { Money } from '../../../ui/Money.tsx';
import { precioDe } from '../useTallerOptions.ts';
import { focusOn } from './focusOn.ts';
import { quedanDe } from './item.ts';
import classes from './LineaCard.module.css';
import { LineaExtras } from './LineaExtras.tsx';
import { Rechazo } from './Rechazo.tsx';
import { lineasRechazadas } from './rechazo.ts';
import type { Venta } from './useVentaForm.ts';
import { itemRefDe, type LineaValues, subtotalDe } from './ventaForm.ts';

const idDe = { TALLER: 'tallerId', CURSO: 'cursoId', PRODUCTO: 'productoId' } as const;

type Props = { venta: Venta; index: number; linea: LineaValues; onRemove: () => void };

/** One thing that is being sold: how many, at what price, and what goes with it. */
export function LineaCard({ venta, index, linea, onRemove }: Props) {
  const { items, values, refusal, field } = venta;
  const item = items[index];
  const titulo = item?.titulo ?? (venta.itemsError ? 'No se pudo cargar' : 'Cargando…');
  const refused = refusal && lineasRechazadas(refusal, values.lineas, items).has(index);
  const cantidad = linea.tipo === 'CURSO' ? 1 : Number(linea.cantidad) || 1;
  const short = item?.quedan !== undefined && item.quedan < cantidad;
  const unknown = field(`lineas.${index}.${idDe[linea.tipo]}`).error;
  return (
    <Stack component="li" gap="sm" className={classes.card ?? ''}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <div className={classes.text}>
          <Text fw={600}>{titulo}</Text>
          {item && (
            <Text size="sm" c="dimmed">
              {[item.detalle, precioDe(item.precio), quedanDe(item)].filter(Boolean).join(' · ')}
            </Text>
          )}
        </div>
        <CloseButton aria-label={`Quitar ${titulo}`} onClick={onRemove} />
      </Group>
      {unknown && (
        <Text size="sm" c="red" role="alert">
          {unknown}
        </Text>
      )}
      <Group justify="space-between" align="flex-end" gap="sm">
        {linea.tipo === 'CURSO' ? <span /> : <Cantidad venta={venta} index={index} linea={linea} />}
        <Text fw={600} component="span">
          <Money value={subtotalDe(linea, item?.precio ?? 0)} />
        </Text>
      </Group>
      <LineaExtras venta={venta} index={index} linea={linea} />
      {item && (refused || item.cerrado || short) && (
        <Rechazo
          venta={venta}
          index={index}
          item={item}
          cantidad={cantidad}
          code={refused ? refusal.code : undefined}
          onRemove={onRemove}
        />
      )}
    </Stack>
  );
}

type CantidadProps = {
  venta: Venta;
  index: number;
  linea: Exclude<LineaValues, { tipo: 'CURSO' }>;
};

function Cantidad({ venta, index, linea }: CantidadProps) {
  const { id } = itemRefDe(linea);
  const { onChange, ...props } = venta.field(`lineas.${index}.cantidad`);
  return (
    <NumberInput
      key={id}
      label={linea.tipo === 'TALLER' ? 'Cupos' : 'Cantidad'}
      w={120}
      min={1}
      max={linea.tipo === 'TALLER' ? MAX_CUPOS_VENTA : MAX_UNIDADES}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      {...props}
      // What is typed replaces the 1 that stood there.
      onFocus={(event) => event.currentTarget.select()}
      // Enter goes on to the next line: a sale is not closed by accident.
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        focusOn('[name="lineas"]');
      }}
      onChange={(value) => {
        venta.forgetRefusal();
        onChange(value);
      }}
    />
  );
}
