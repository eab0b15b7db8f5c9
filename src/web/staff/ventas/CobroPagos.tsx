import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { type Cobro, createReverso, type Pago } from '#contract/cobros.ts';
import { nombresMedio } from '#contract/medios.ts';
import { formatPesos } from '#contract/money.ts';
import { newKey } from '../../api/idempotency.ts';
import { useMutate } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Cobro.module.css';
import { MotivoModal } from './MotivoModal.tsx';

const tipos = {
  PAGO: { tone: 'ok', word: 'Pago', sign: '' },
  REEMBOLSO: { tone: 'info', word: 'Reembolso', sign: '−' },
  REVERSO: { tone: 'off', word: 'Reverso', sign: '−' },
} as const;

/** Each movement of money, and the way to undo one that was a mistake. */
export function CobroPagos({ cobro }: { cobro: Cobro }) {
  const [reversing, setReversing] = useState<Pago>();
  const undone = new Set(cobro.pagos.map(({ reversaDe }) => reversaDe));
  return (
    <Panel title="Pagos">
      {cobro.pagos.length === 0 ? (
        <Text c="dimmed">Aún no hay pagos.</Text>
      ) : (
        <ul className={classes.list}>
          {cobro.pagos.map((pago) => (
            <li key={pago.id}>
              <Movimiento
                pago={pago}
                undone={undone.has(pago.id)}
                onReverse={() => setReversing(pago)}
              />
            </li>
          ))}
        </ul>
      )}
      {reversing && (
        <ReversoModal cobro={cobro} pago={reversing} onClose={() => setReversing(undefined)} />
      )}
    </Panel>
  );
}

type MovimientoProps = { pago: Pago; undone: boolean; onReverse: () => void };

function Movimiento({ pago, undone, onReverse }: MovimientoProps) {
  const { tone, word, sign } = tipos[pago.tipo];
  const how = [nombresMedio[pago.medio], pago.referencia && `ref. ${pago.referencia}`];
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
        <Group gap="4px 10px">
          <EstadoBadge tone={undone ? 'off' : tone}>{undone ? 'Pago reversado' : word}</EstadoBadge>
          <Text size="sm">{how.filter(Boolean).join(' · ')}</Text>
          <Text size="sm" c="dimmed">
            <DateTime value={pago.fecha} as="fechaCorta" />
            {pago.registradoPor && ` · registró ${pago.registradoPor}`}
          </Text>
        </Group>
        <Text fw={600} className={`tabular ${undone ? classes.undone : ''}`} component="span">
          {sign}
          {formatPesos(pago.monto)}
        </Text>
      </Group>
      {pago.nota && (
        <Text size="sm" mt={4}>
          {pago.nota}
        </Text>
      )}
      {pago.puede.reversar && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          ml={-8}
          mt={4}
          onClick={onReverse}
          aria-label={`Reversar pago de ${formatPesos(pago.monto)}`}
        >
          Reversar pago
        </Button>
      )}
    </>
  );
}

type ReversoProps = { cobro: Cobro; pago: Pago; onClose: () => void };

function ReversoModal({ cobro, pago, onClose }: ReversoProps) {
  const [idempotencyKey] = useState(newKey);
  const reversar = useMutate(createReverso, { notifyError: false, done: 'Pago reversado.' });
  const params = { id: cobro.id, pagoId: pago.id };
  return (
    <MotivoModal
      title="Reversar pago"
      opened
      onClose={onClose}
      submitLabel="Reversar pago"
      motivoLabel="Qué pasó"
      send={(nota) => reversar.mutateAsync({ params, body: { nota }, idempotencyKey })}
    >
      <Text>
        Reversar deshace un pago que se registró por error, como uno repetido o en la venta
        equivocada: el de {formatPesos(pago.monto)} deja de contar, y su referencia se puede usar de
        nuevo. Si el dinero sí llegó y lo vas a devolver, registra un reembolso.
      </Text>
    </MotivoModal>
  );
}
