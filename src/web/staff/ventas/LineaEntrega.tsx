import { Button, Group, Stack, Text } from '@mantine/core';
import type { LineaCobro } from '#contract/cobros.ts';
import { setEntrega } from '#contract/productos.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { DateTime } from '../../ui/DateTime.tsx';
import { EntregaBadge } from '../estados.tsx';

type Kit = Extract<LineaCobro, { tipo: 'PRODUCTO' }>;

/** Where a kit is: still here, handed over or sent. */
export function LineaEntrega({ linea }: { linea: Kit }) {
  const { entrega, entregaEn, entregaPor, entregaNota, anuladaEn } = linea;
  if (anuladaEn && entrega === 'POR_ENTREGAR') return null;
  return (
    <Stack gap={6}>
      <Group gap="4px 10px">
        <EntregaBadge entrega={entrega} />
        {entregaEn && (
          <Text size="sm" c="dimmed">
            <DateTime value={entregaEn} />
            {entregaPor && ` · ${entregaPor}`}
          </Text>
        )}
      </Group>
      {entregaNota && <Text size="sm">{entregaNota}</Text>}
    </Stack>
  );
}

type BotonesProps = { linea: Kit; onOpen: (entrega: 'ENTREGADO' | 'ENVIADO') => void };

/** The ways to say where a kit is now. */
export function EntregaBotones({ linea: { id, titulo, entrega }, onOpen }: BotonesProps) {
  const volver = useMutate(setEntrega, { done: 'El kit vuelve a estar por entregar.' });
  async function undo() {
    const yes = await confirmAction({
      title: 'Volver a «por entregar»',
      body: `«${titulo}» aparecerá de nuevo entre los kits por entregar. La nota se borra.`,
      confirm: 'Volver a «por entregar»',
    });
    if (yes) volver.mutate({ params: { id }, body: { entrega: 'POR_ENTREGAR' } });
  }
  if (entrega !== 'POR_ENTREGAR') {
    return (
      <Button
        size="compact-sm"
        variant="default"
        loading={volver.isPending}
        onClick={() => void undo()}
      >
        Volver a «por entregar»
      </Button>
    );
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => onOpen('ENTREGADO')}>
        Marcar entregado
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onOpen('ENVIADO')}>
        Marcar enviado
      </Button>
    </>
  );
}
