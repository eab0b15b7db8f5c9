import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCashMinus } from '@tabler/icons-react';
import type { Inicio } from '#contract/reportes.ts';
import { AppLink } from '../../ui/link.tsx';
import { Money } from '../../ui/Money.tsx';
import { nombreCompleto } from '../clientes/persona.ts';

type Props = Pick<Inicio, 'alertas' | 'porReembolsar'>;

/** Money that waits for someone to decide. */
export function Atencion({ alertas, porReembolsar }: Props) {
  if (alertas.length === 0 && porReembolsar.cantidad === 0) return null;
  return (
    <Stack gap="sm" mb="md" className="tap-links">
      {alertas.length > 0 && (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={
            alertas.length === 1
              ? 'Llegó un pago y ya no queda su cupo'
              : `Llegaron ${alertas.length} pagos y ya no quedan sus cupos`
          }
        >
          <List size="sm" spacing="sm" listStyleType="none">
            {alertas.map((cobro) => (
              <List.Item key={cobro.id}>
                <AppLink
                  to="/app/ventas/$id"
                  params={{ id: String(cobro.id) }}
                  inherit
                  c="inherit"
                  td="underline"
                >
                  {cobro.codigo} · {nombreCompleto(cobro.cliente)}
                </AppLink>
                <Text size="sm">
                  <Money value={cobro.saldoAFavor + cobro.porReembolsar} /> por resolver ·{' '}
                  {cobro.detalle}
                </Text>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {porReembolsar.cantidad > 0 && (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconCashMinus aria-hidden />}
          title={
            <>
              Hay <Money value={porReembolsar.monto} /> por devolver
            </>
          }
        >
          <AppLink
            to="/app/ventas"
            search={{ atencion: 'POR_REEMBOLSAR' }}
            inherit
            c="inherit"
            td="underline"
          >
            {porReembolsar.cantidad === 1
              ? 'Ver la venta anulada'
              : `Ver las ${porReembolsar.cantidad} ventas anuladas`}
          </AppLink>
        </Alert>
      )}
    </Stack>
  );
}
