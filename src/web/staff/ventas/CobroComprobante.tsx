import { Button, Group, Stack, Text } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import type { Cobro } from '#contract/cobros.ts';
import { emitComprobante } from '#contract/comprobantes.ts';
import { formatNumero } from '#contract/numero.ts';
import { useMutate } from '../../api/queries.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PdfButton } from './PdfButton.tsx';

/** The receipt of a sale: its number and the ways to it, or the button that issues it. */
export function CobroComprobante({ cobro: { id, comprobante, puede } }: { cobro: Cobro }) {
  const emitir = useMutate(emitComprobante, {
    done: ({ numero }) => `Comprobante N° ${formatNumero(numero)} emitido.`,
  });
  if (comprobante === null && !puede.emitirComprobante) return null;
  return (
    <Panel title="Comprobante">
      {comprobante === null ? (
        <Stack gap="sm" align="flex-start">
          <Text size="sm">
            Se emite al registrar el primer pago. Si lo necesitas antes, emítelo ahora.
          </Text>
          <Button
            variant="default"
            leftSection={<IconReceipt size={18} aria-hidden />}
            loading={emitir.isPending}
            onClick={() => emitir.mutate({ params: { id } })}
          >
            Emitir comprobante
          </Button>
        </Stack>
      ) : (
        <Stack gap="sm" align="flex-start">
          <Text fw={600} className="tabular">
            N° {formatNumero(comprobante)}
          </Text>
          <Group gap="xs">
            <ButtonLink
              variant="default"
              to="/app/ventas/$id/comprobante"
              params={{ id: String(id) }}
              leftSection={<IconReceipt size={18} aria-hidden />}
            >
              Ver comprobante
            </ButtonLink>
            <PdfButton cobroId={id} />
          </Group>
        </Stack>
      )}
    </Panel>
  );
}
