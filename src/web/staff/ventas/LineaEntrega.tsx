import { Button, Group, Stack, Text } from '@mantine/core';
import type { LineaCobro } from '#contract/cobros.ts';
import { setEntrega } from '#contract/productos.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { DateTime } from '../../ui/DateTime.tsx';
import { EntregaBadge } from '../estados.tsx';

type Kit = Extract<LineaCobro, { tipo: 'PRODUCTO' }>;
type Props = { linea: Kit; onOpen: (entrega: 'ENTREGADO' | 'ENVIADO') => void };

/** Where a kit is: still here, handed over or sent, and the way to say so. */
export function LineaEntrega({ linea, onOpen }: Props) {
  const { id, titulo, entrega, entregaEn, entregaPor, entregaNota, anuladaEn, puede } = linea;
  const volver = useMutate(setEntrega, { done: 'El kit vuelve a estar por entregar.' });
  if (anuladaEn && entrega === 'POR_ENTREGAR') return null;
  async function undo() {
    const yes = await confirmAction({
      title: 'Volver a «por entregar»',
      body: `«${titulo}» aparecerá de nuevo entre los kits por entregar. La nota se borra.`,
      confirm: 'Volver a «por entregar»',
    });
    if (yes) volver.mutate({ params: { id }, body: { entrega: 'POR_ENTREGAR' } });
  }
  return (
    <Stack gap={6}>
      <Group gap="4px 10px">
        <EntregaBadge entrega={entrega} />
        {entregaEn && (
          <Text size="sm" c="dimmed">
            <DateTime value={entregaEn} as="fechaHora" />
            {entregaPor && ` · ${entregaPor}`}
          </Text>
        )}
      </Group>
      {entregaNota && <Text size="sm">{entregaNota}</Text>}
      {puede.entregar && (
        <Group gap="xs">
          {entrega === 'POR_ENTREGAR' ? (
            <>
              <Button size="compact-sm" variant="default" onClick={() => onOpen('ENTREGADO')}>
                Marcar entregado
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onOpen('ENVIADO')}>
                Marcar enviado
              </Button>
            </>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              loading={volver.isPending}
              onClick={() => void undo()}
            >
              Volver a «por entregar»
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
