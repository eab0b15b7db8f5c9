import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type Cliente, getCliente } from '#contract/clientes.ts';
import { nombresTipoCliente } from '#contract/nombres.ts';
import { useEndpoint } from '../../api/queries.ts';
import { AppLink, ButtonLink } from '../../ui/link.tsx';
import { isMissing } from '../../ui/Missing.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { BitacoraPanel } from '../bitacora/BitacoraPanel.tsx';
import { FichaUnida, UnionesDe } from '../duplicados/UnionesDe.tsx';
import { EstadoClienteBadge } from '../estados.tsx';
import { InteresChips } from '../InteresChip.tsx';
import { SeguimientosPanel } from '../interacciones/SeguimientosPanel.tsx';
import { usePuede } from '../session.ts';
import { useIdParam } from '../useIdParam.ts';
import { CambiarEstadoModal } from './CambiarEstadoModal.tsx';
import { ClienteDatos } from './ClienteDatos.tsx';
import { ClienteMenu } from './ClienteMenu.tsx';
import { CobrosPanel } from './CobrosPanel.tsx';
import { CuentaPanel } from './CuentaPanel.tsx';
import classes from './cliente.module.css';
import { PermisoPanel } from './PermisoPanel.tsx';
import { nombreCompleto } from './persona.ts';
import { ReachButtons } from './ReachButtons.tsx';

const back = { to: '/app/clientes', label: 'Volver a clientes' } as const;

export default function ClientePage() {
  const id = useIdParam();
  const query = useEndpoint(getCliente, { params: { id: id ?? 0 } });
  return (
    <>
      {!query.data && <PageHeader title="Cliente" back={back} />}
      {id !== undefined && isMissing(query.error) && <FichaUnida cliente={id} />}
      <QueryGate query={query}>{(cliente) => <ClienteView cliente={cliente} />}</QueryGate>
    </>
  );
}

/** Everything that one may do with a person starts here. */
function ClienteView({ cliente }: { cliente: Cliente }) {
  const puede = usePuede();
  return (
    <>
      <PageHeader
        title={nombreCompleto(cliente)}
        badge={<EstadoClienteBadge estado={cliente.estado} />}
        subtitle={<Subtitle cliente={cliente} />}
        back={back}
        actions={<ClienteActions cliente={cliente} />}
      />
      <UnionesDe cliente={cliente.id} />
      <div className={classes.head}>
        <ReachButtons cliente={cliente} />
        <InteresChips intereses={cliente.intereses} />
      </div>
      <div className={classes.columns}>
        <div className={classes.main}>
          {puede('interacciones:leer') && <SeguimientosPanel clienteId={cliente.id} />}
          <CuentaPanel cliente={cliente} />
          {puede('ventas:leer') && (
            <CobrosPanel
              title="Compras"
              of={{ cliente: cliente.id }}
              empty="Todavía no ha comprado nada. Cuando se inscriba en un taller, aquí quedan sus ventas y pagos."
            />
          )}
          <BitacoraPanel of={{ cliente: cliente.id }} />
        </div>
        <div className={classes.side}>
          <ClienteDatos cliente={cliente} />
          <PermisoPanel cliente={cliente} />
          {cliente.notas && (
            <Panel title="Notas">
              <Text className={classes.notes}>{cliente.notas}</Text>
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function Subtitle({ cliente: { empresa, tipo } }: { cliente: Cliente }) {
  return (
    <Text c="dimmed">
      {empresa ? (
        <>
          Contacto de{' '}
          <AppLink to="/app/empresas/$id" params={{ id: String(empresa.id) }}>
            {empresa.razonSocial}
          </AppLink>
        </>
      ) : (
        nombresTipoCliente[tipo]
      )}
    </Text>
  );
}

function ClienteActions({ cliente }: { cliente: Cliente }) {
  const [changing, { open, close }] = useDisclosure();
  const id = String(cliente.id);
  const { editar, inscribir, cambiarEstadoA } = cliente.puede;
  return (
    <div className={classes.actions}>
      {inscribir && (
        <ButtonLink to="/app/ventas/nueva" search={{ cliente: id }}>
          Nueva venta
        </ButtonLink>
      )}
      {editar && (
        <ButtonLink variant="default" to="/app/clientes/$id/editar" params={{ id }}>
          Editar
        </ButtonLink>
      )}
      {cambiarEstadoA.length > 0 && (
        <Button variant="default" onClick={open}>
          Cambiar estado
        </Button>
      )}
      <ClienteMenu cliente={cliente} />
      <CambiarEstadoModal cliente={cliente} opened={changing} onClose={close} />
    </div>
  );
}
