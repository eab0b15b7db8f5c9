import { Button, Group, Text } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { nombreComuna } from '#contract/comunas.ts';
import { type Empresa, getEmpresa } from '#contract/empresas.ts';
import { formatPhone } from '#contract/phone.ts';
import { formatRut } from '#contract/rut.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DataRows } from '../../ui/DataRows.tsx';
import { DateTime } from '../../ui/DateTime.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { BitacoraPanel } from '../bitacora/BitacoraPanel.tsx';
import { CobrosPanel } from '../clientes/CobrosPanel.tsx';
import classes from '../clientes/cliente.module.css';
import { Figure } from '../clientes/Figure.tsx';
import { usePuede } from '../session.ts';
import { useIdParam } from '../useIdParam.ts';
import { ContactosPanel } from './ContactosPanel.tsx';

const back = { to: '/app/empresas', label: 'Volver a empresas' } as const;

export default function EmpresaPage() {
  const id = useIdParam();
  const query = useEndpoint(getEmpresa, { params: { id: id ?? 0 } });
  return (
    <>
      {!query.data && <PageHeader title="Empresa" back={back} />}
      <QueryGate query={query}>{(empresa) => <EmpresaView empresa={empresa} />}</QueryGate>
    </>
  );
}

function EmpresaView({ empresa }: { empresa: Empresa }) {
  const puede = usePuede();
  const { razonSocial, nombreFantasia, giro, pagado, saldo } = empresa;
  const about = [nombreFantasia, giro].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader
        title={razonSocial}
        subtitle={about && <Text c="dimmed">{about}</Text>}
        back={back}
        actions={
          <Group gap="xs">
            {puede('ventas:escribir') && (
              <ButtonLink to="/app/ventas/nueva" search={{ empresa: String(empresa.id) }}>
                Nueva venta
              </ButtonLink>
            )}
            {empresa.puede.editar && (
              <ButtonLink
                variant="default"
                to="/app/empresas/$id/editar"
                params={{ id: String(empresa.id) }}
              >
                Editar
              </ButtonLink>
            )}
          </Group>
        }
      />
      <ReachEmpresa empresa={empresa} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Panel title="Cuenta">
            <dl className={classes.figures}>
              <Figure title="Debe" value={saldo} main />
              <Figure title="Ha pagado" value={pagado} />
            </dl>
          </Panel>
          <ContactosPanel empresa={empresa} />
          {puede('ventas:leer') && (
            <CobrosPanel
              title="Compras de sus contactos"
              of={{ empresa: empresa.id }}
              empty="Todavía no ha comprado nada. Las ventas a sus contactos quedan aquí."
            />
          )}
          <BitacoraPanel of={{ empresa: empresa.id }} />
        </div>
        <div className={classes.side}>
          <EmpresaDatos empresa={empresa} />
          {empresa.notas && (
            <Panel title="Notas">
              <Text className={classes.notes}>{empresa.notas}</Text>
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function ReachEmpresa({ empresa: { telefono, email } }: { empresa: Empresa }) {
  if (!telefono && !email) return null;
  return (
    <div className={classes.head}>
      <div className={classes.reach}>
        {telefono && (
          <Button
            component="a"
            variant="default"
            href={`tel:${telefono}`}
            leftSection={<IconPhone size={18} aria-hidden />}
          >
            Llamar
          </Button>
        )}
        {email && (
          <Button
            component="a"
            variant="default"
            href={`mailto:${email}`}
            leftSection={<IconMail size={18} aria-hidden />}
          >
            Correo
          </Button>
        )}
      </div>
    </div>
  );
}

function EmpresaDatos({ empresa }: { empresa: Empresa }) {
  const { rut, email, telefono, direccion, comuna, creadoEn } = empresa;
  return (
    <Panel title="Datos">
      <DataRows
        rows={[
          { label: 'RUT', value: rut && formatRut(rut) },
          { label: 'Correo', value: email },
          { label: 'Teléfono', value: telefono && formatPhone(telefono) },
          { label: 'Dirección', value: direccion },
          { label: 'Comuna', value: comuna && nombreComuna(comuna) },
          { label: 'Creada', value: <DateTime value={creadoEn} as="fecha" /> },
        ]}
      />
    </Panel>
  );
}
