import { Button, Group, Stack, Text } from '@mantine/core';
import type { LineaCobro } from '#contract/cobros.ts';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import { Money } from '../../ui/Money.tsx';
import { EstadoPagoBadge } from '../estados.tsx';
import { LineaAcceso } from './LineaAcceso.tsx';
import { EntregaBotones, LineaEntrega } from './LineaEntrega.tsx';
import { LineaLink } from './LineaLink.tsx';
import { anularLinea, cuantos } from './lineas.ts';

/** What may be opened from a line; a delivery is named by the state it leads to. */
export type ActoDeLinea = 'anular' | 'trasladar' | 'ENTREGADO' | 'ENVIADO';

const causas = { STAFF: 'Anulada', VENCIDO: 'Venció sin pago', TALLER_ANULADO: 'Taller anulado' };

type Props = { linea: LineaCobro; onOpen: (act: ActoDeLinea) => void };

/** One line of a sale: what, when, how many and for how much; then what may be done with it. */
export function LineaView({ linea, onOpen }: Props) {
  const { precioUnitario, descuento, descuentoMotivo, anuladaCausa, anuladaMotivo } = linea;
  return (
    <Stack gap={6}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <LineaLink linea={linea} />
          <Text size="sm" c="dimmed">
            {detalleDe(linea)}
          </Text>
          <Text size="sm" className="tabular">
            {linea.tipo !== 'CURSO' && `${cuantos(linea)} × `}
            {formatPesos(precioUnitario)}
            {descuento > 0 && ` − ${formatPesos(descuento)} (${descuentoMotivo})`}
          </Text>
        </div>
        <Text fw={600} {...(linea.anuladaEn ? { td: 'line-through', c: 'dimmed' } : {})}>
          <Money value={linea.total} />
        </Text>
      </Group>
      {linea.anuladaEn && (
        <Group gap="xs">
          <EstadoPagoBadge estado="ANULADO" />
          <Text size="sm">
            {[anuladaCausa && causas[anuladaCausa], anuladaMotivo].filter(Boolean).join(': ')}
          </Text>
        </Group>
      )}
      {linea.tipo === 'CURSO' && <LineaAcceso linea={linea} />}
      {linea.tipo === 'PRODUCTO' && <LineaEntrega linea={linea} />}
      {linea.puede.anular && (
        <Group gap="xs">
          {linea.tipo === 'TALLER' && linea.puede.trasladar && (
            <Button size="compact-sm" variant="default" onClick={() => onOpen('trasladar')}>
              Trasladar
            </Button>
          )}
          {linea.tipo === 'PRODUCTO' && linea.puede.entregar && (
            <EntregaBotones linea={linea} onOpen={onOpen} />
          )}
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => onOpen('anular')}>
            {anularLinea[linea.tipo]}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function detalleDe(linea: LineaCobro): string {
  switch (linea.tipo) {
    case 'TALLER':
      return formatMomento(linea.iniciaEn, linea.zona, new Date().toISOString());
    case 'CURSO':
      return 'Curso grabado';
    case 'PRODUCTO':
      return `Kit · SKU ${linea.sku}`;
  }
}
