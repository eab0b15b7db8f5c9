import { Button, Grid, Group, Menu, Stack, Text } from '@mantine/core';
import { IconBan, IconCash, IconCashOff, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { type Cobro, getCobro } from '#contract/cobros.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { EstadoPagoBadge } from '../estados.tsx';
import { NotFound } from '../Root.tsx';
import { useIdParam } from '../useIdParam.ts';
import { AnularModal } from './AnularModal.tsx';
import { CobroAlerta } from './CobroAlerta.tsx';
import { CobroComprobante } from './CobroComprobante.tsx';
import { CobroCuenta } from './CobroCuenta.tsx';
import { CobroHistorial } from './CobroHistorial.tsx';
import { CobroLineas } from './CobroLineas.tsx';
import { CobroMensaje } from './CobroMensaje.tsx';
import { CobroPagos } from './CobroPagos.tsx';
import { CobroPersona } from './CobroPersona.tsx';
import { PagoModal } from './PagoModal.tsx';
import { ReembolsoModal } from './ReembolsoModal.tsx';

export default function CobroPage() {
  const id = useIdParam();
  return id === undefined ? <NotFound /> : <LoadedCobro id={id} />;
}

function LoadedCobro({ id }: { id: number }) {
  const cobro = useEndpoint(getCobro, { params: { id } });
  return <QueryGate query={cobro}>{(data) => <CobroView cobro={data} />}</QueryGate>;
}

type Dialog = 'pago' | 'reembolso' | 'anular';

function CobroView({ cobro }: { cobro: Cobro }) {
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  return (
    <>
      <PageHeader
        title={`Venta ${cobro.codigo}`}
        badge={<EstadoPagoBadge estado={cobro.estado} />}
        back={{ to: '/app/ventas', label: 'Volver a ventas' }}
        subtitle={
          <Text c="dimmed">
            <DateTime value={cobro.creadoEn} /> ·{' '}
            {cobro.canal === 'WEB' ? 'desde la página' : `por ${cobro.creadoPor ?? 'el equipo'}`}
          </Text>
        }
        actions={<Actions cobro={cobro} onOpen={setDialog} />}
      />
      <Stack gap="lg">
        {cobro.alerta && <CobroAlerta cobro={cobro} onRefund={() => setDialog('reembolso')} />}
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Stack gap="lg">
              <CobroCuenta cobro={cobro} />
              <CobroLineas cobro={cobro} />
              <CobroPagos cobro={cobro} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <Stack gap="lg">
              <CobroPersona cobro={cobro} />
              <CobroComprobante cobro={cobro} />
              <CobroMensaje cobro={cobro} />
              <CobroHistorial cobro={cobro} />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
      <PagoModal cobro={cobro} opened={dialog === 'pago'} onClose={close} />
      <ReembolsoModal cobro={cobro} opened={dialog === 'reembolso'} onClose={close} />
      <AnularModal cobroId={cobro.id} opened={dialog === 'anular'} onClose={close} />
    </>
  );
}

type ActionsProps = { cobro: Cobro; onOpen: (dialog: Dialog) => void };

function Actions({ cobro: { puede, saldo, porReembolsar, saldoAFavor }, onOpen }: ActionsProps) {
  const owedBack = porReembolsar + saldoAFavor > 0;
  const hasMenu =
    puede.anular || (puede.reembolsar && !owedBack) || (puede.registrarPago && !saldo);
  return (
    <Group gap="xs">
      {puede.registrarPago && saldo > 0 && (
        <Button leftSection={<IconCash size={18} aria-hidden />} onClick={() => onOpen('pago')}>
          Registrar pago
        </Button>
      )}
      {puede.reembolsar && owedBack && (
        <Button
          leftSection={<IconCashOff size={18} aria-hidden />}
          onClick={() => onOpen('reembolso')}
        >
          Registrar reembolso
        </Button>
      )}
      {hasMenu && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
              Más
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {puede.registrarPago && saldo === 0 && (
              <Menu.Item
                leftSection={<IconCash size={16} aria-hidden />}
                onClick={() => onOpen('pago')}
              >
                Registrar pago
              </Menu.Item>
            )}
            {puede.reembolsar && !owedBack && (
              <Menu.Item
                leftSection={<IconCashOff size={16} aria-hidden />}
                onClick={() => onOpen('reembolso')}
              >
                Registrar reembolso
              </Menu.Item>
            )}
            {puede.anular && (
              <Menu.Item
                color="red"
                leftSection={<IconBan size={16} aria-hidden />}
                onClick={() => onOpen('anular')}
              >
                Anular la venta
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
