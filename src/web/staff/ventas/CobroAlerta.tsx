import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type Cobro, resolveAlerta } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { ButtonLink } from '../../ui/link.tsx';

type Props = { cobro: Cobro; onRefund: () => void };

/** A payment came when its seats were gone: what happened, and the three ways out. */
export function CobroAlerta({ cobro, onRefund }: Props) {
  const { id, cliente, puede } = cobro;
  const owed = cobro.porReembolsar + cobro.saldoAFavor;
  const resolver = useMutate(resolveAlerta, { done: 'Aviso resuelto.' });
  async function resolve() {
    const yes = await confirmAction({
      title: 'Dar por resuelto',
      body: `El aviso desaparece. ${owed > 0 ? `Los ${formatPesos(owed)} siguen anotados por devolver.` : ''}`,
      confirm: 'Dar por resuelto',
    });
    if (yes) resolver.mutate({ params: { id } });
  }
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title="Pagó cuando lo reservado ya no estaba"
    >
      <Text size="sm">
        El plazo de la reserva venció, el pago llegó después y los cupos o kits ya no estaban. El
        dinero está anotado ({formatPesos(owed)}), pero {cliente.nombres} no tiene lo que pagó.
        Escríbele y acuerden qué hacer: venderle otra cosa con una venta nueva (registra ahí el pago
        y aquí su reembolso), o devolverle el dinero.
      </Text>
      <Group gap="sm" mt="sm">
        {puede.registrarPago && (
          <ButtonLink
            to="/app/ventas/nueva"
            search={{ cliente: String(cliente.id) }}
            variant="default"
          >
            Hacer una venta nueva
          </ButtonLink>
        )}
        {puede.reembolsar && (
          <Button variant="default" onClick={onRefund}>
            Registrar reembolso
          </Button>
        )}
        {puede.resolverAlerta && (
          <Button variant="default" onClick={() => void resolve()} loading={resolver.isPending}>
            Dar por resuelto
          </Button>
        )}
      </Group>
    </Alert>
  );
}
