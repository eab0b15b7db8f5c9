import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Cobro } from '#contract/cobros.ts';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import { DataRows } from '../../ui/DataRows.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EstadoPagoBadge } from '../estados.tsx';
import { AnularModal } from './AnularModal.tsx';
import classes from './Cobro.module.css';
import { TrasladarModal } from './TrasladarModal.tsx';

type Linea = Cobro['lineas'][number];
type Dialog = { act: 'anular' | 'trasladar'; linea: Linea };

const causas = { STAFF: 'Anulada', VENCIDO: 'Venció sin pago', TALLER_ANULADO: 'Taller anulado' };

/** What was sold, and what may be done with each part of it. */
export function CobroLineas({ cobro }: { cobro: Cobro }) {
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const afecta = cobro.lineas.some(({ iva, anuladaEn }) => iva > 0 && anuladaEn === null);
  const { id, cliente } = cobro;
  return (
    <Panel title="Qué se vendió">
      <ul className={classes.list}>
        {cobro.lineas.map((linea) => (
          <li key={linea.inscripcionId}>
            <LineaView linea={linea} onOpen={(act) => setDialog({ act, linea })} />
          </li>
        ))}
      </ul>
      {afecta && <Desglose lineas={cobro.lineas} />}
      {dialog?.act === 'anular' && (
        <AnularModal
          cobroId={id}
          inscripcionId={dialog.linea.inscripcionId}
          opened
          onClose={close}
        />
      )}
      {dialog?.act === 'trasladar' && (
        <TrasladarModal
          linea={{ ...dialog.linea, quien: `${cliente.nombres} ${cliente.apellidos}`.trim() }}
          opened
          onClose={close}
        />
      )}
    </Panel>
  );
}

type LineaProps = { linea: Linea; onOpen: (act: Dialog['act']) => void };

function LineaView({ linea, onOpen }: LineaProps) {
  const { titulo, tallerId, iniciaEn, zona, cantidad, precioUnitario, descuento, puede } = linea;
  const seats = cantidad === 1 ? '1 cupo' : `${cantidad} cupos`;
  return (
    <Stack gap={6}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <AppLink to="/app/talleres/$id" params={{ id: String(tallerId) }} fw={600}>
            {titulo}
          </AppLink>
          <Text size="sm" c="dimmed">
            {formatMomento(iniciaEn, zona, new Date().toISOString())}
          </Text>
          <Text size="sm" className="tabular">
            {seats} × {formatPesos(precioUnitario)}
            {descuento > 0 && ` − ${formatPesos(descuento)} (${linea.descuentoMotivo})`}
          </Text>
        </div>
        <Text fw={600}>
          <Money value={linea.total} />
        </Text>
      </Group>
      {linea.anuladaEn && (
        <Group gap="xs">
          <EstadoPagoBadge estado="ANULADO" />
          <Text size="sm">
            {[linea.anuladaCausa && causas[linea.anuladaCausa], linea.anuladaMotivo]
              .filter(Boolean)
              .join(': ')}
          </Text>
        </Group>
      )}
      {(puede.anular || puede.trasladar) && (
        <Group gap="xs">
          {puede.trasladar && (
            <Button size="compact-sm" variant="default" onClick={() => onOpen('trasladar')}>
              Trasladar
            </Button>
          )}
          {puede.anular && (
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => onOpen('anular')}>
              Anular inscripción
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** The parts that the server split of the live lines. */
function Desglose({ lineas }: { lineas: Linea[] }) {
  const live = lineas.filter(({ anuladaEn }) => anuladaEn === null);
  const sum = (part: 'neto' | 'iva' | 'exento') =>
    live.reduce((total, linea) => total + linea[part], 0);
  const exento = sum('exento');
  return (
    <div className={classes.desglose}>
      <DataRows
        rows={[
          { label: 'Neto', value: <Money value={sum('neto')} /> },
          { label: 'IVA (19 %)', value: <Money value={sum('iva')} /> },
          { label: 'Exento', value: exento > 0 ? <Money value={exento} /> : null },
        ]}
      />
    </div>
  );
}
