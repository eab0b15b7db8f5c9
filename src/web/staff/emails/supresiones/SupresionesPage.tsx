import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { opciones } from '#contract/nombres.ts';
import { listSupresiones, type Supresion } from '#contract/supresiones.ts';
import { DateTime } from '../../../ui/DateTime.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { AppLink } from '../../../ui/link.tsx';
import { DataList } from '../../../ui/list/DataList.tsx';
import { usePuede } from '../../session.ts';
import { useExportar } from '../../useExportar.ts';
import { EmailsFrame } from '../EmailsFrame.tsx';
import { AgregarModal } from './AgregarModal.tsx';
import { ImportarModal } from './ImportarModal.tsx';
import { Levantar } from './Levantar.tsx';
import { nombresMotivo, tonosMotivo } from './motivos.ts';
import classes from './supresiones.module.css';

/** The addresses that are not written to, and why. */
export default function SupresionesPage() {
  const exportar = useExportar('exportSupresiones');
  const escribe = usePuede()('supresiones:escribir');
  return (
    <EmailsFrame
      title="Bajas"
      subtitle={
        <Text c="dimmed" maw={640}>
          A estas direcciones no se les escribe. Quien se dio de baja no recibe novedades, pero sí
          lo de sus compras; a las demás no se les envía nada.
        </Text>
      }
      actions={<Acciones escribe={escribe} />}
    >
      <DataList
        endpoint={listSupresiones}
        exportar={exportar}
        noun={{ one: 'dirección', many: 'direcciones' }}
        searchLabel="Buscar por correo"
        filters={[
          { name: 'motivo', title: 'Motivo', multiple: true, options: opciones(nombresMotivo) },
        ]}
        columns={[
          {
            id: 'email',
            title: 'Correo',
            render: (s) => <span className={classes.email}>{s.email}</span>,
          },
          { id: 'motivo', title: 'Motivo', render: (s) => <Motivo supresion={s} /> },
          { id: 'persona', title: 'Persona', render: (s) => <Persona supresion={s} /> },
          {
            id: 'desde',
            title: 'Desde',
            render: (s) => <DateTime value={s.creadoEn} as="fechaCorta" />,
          },
          ...(escribe
            ? [
                {
                  id: 'acciones',
                  title: 'Acciones',
                  render: (s: Supresion) => <Levantar email={s.email} motivo={s.motivo} />,
                },
              ]
            : []),
        ]}
        nameOf={(s) => s.email}
        card={(s) => (
          <div className={classes.card}>
            <Motivo supresion={s} />
            <Persona supresion={s} />
            <Text size="sm" c="dimmed">
              Desde el <DateTime value={s.creadoEn} as="fechaCorta" />
            </Text>
            {escribe && <Levantar email={s.email} motivo={s.motivo} />}
          </div>
        )}
        empty={
          <EmptyState title="Nadie se ha dado de baja">
            Aquí quedan las direcciones de quienes ya no quieren novedades, las que rebotan y las
            que agregues. Si vienes de otro servicio de correo, importa sus bajas antes de tu
            primera campaña.
          </EmptyState>
        }
      />
    </EmailsFrame>
  );
}

function Acciones({ escribe }: { escribe: boolean }) {
  const [adding, add] = useDisclosure();
  const [importing, importar] = useDisclosure();
  return (
    <div className={classes.actions}>
      {escribe && (
        <>
          <Button variant="default" onClick={importar.open}>
            Importar
          </Button>
          <Button onClick={add.open}>Agregar</Button>
          <AgregarModal opened={adding} onClose={add.close} />
          <ImportarModal opened={importing} onClose={importar.close} />
        </>
      )}
    </div>
  );
}

function Motivo({ supresion: { motivo, detalle, emailId, creadoPor } }: { supresion: Supresion }) {
  const who = creadoPor ? `Por ${creadoPor}` : '';
  const more = [detalle, who].filter(Boolean).join(' · ');
  return (
    <div className={classes.motivo}>
      <EstadoBadge tone={tonosMotivo[motivo]}>{nombresMotivo[motivo]}</EstadoBadge>
      {more && (
        <Text size="sm" c="dimmed">
          {more}
        </Text>
      )}
      {emailId !== null && (
        <AppLink to="/app/emails/registro/$id" params={{ id: String(emailId) }} size="sm">
          Ver el mensaje
        </AppLink>
      )}
    </div>
  );
}

function Persona({ supresion: { cliente } }: { supresion: Supresion }) {
  if (!cliente) return null;
  return (
    <AppLink to="/app/clientes/$id" params={{ id: String(cliente.id) }}>
      {[cliente.nombres, cliente.apellidos].filter(Boolean).join(' ')}
    </AppLink>
  );
}
