import { Group, Text } from '@mantine/core';
import { type EmailItem, listEmails } from '#contract/emails.ts';
import {
  nombresAutomatico,
  nombresEstadoEmail,
  nombresEvento,
  nombresTipoEmail,
  opciones,
} from '#contract/nombres.ts';
import { DateTime } from '../../../ui/DateTime.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { DataList } from '../../../ui/list/DataList.tsx';
import type { Column, Filter } from '../../../ui/list/types.ts';
import { EstadoEmailBadge } from '../../estados.tsx';
import { useExportar } from '../../useExportar.ts';
import { SinServidor } from '../campanas/SinServidor.tsx';
import { EmailsFrame } from '../EmailsFrame.tsx';
import { ProblemaEnvio } from './ProblemaEnvio.tsx';
import { asuntoDe, destinatario, origenDe } from './palabras.ts';
import { RegistroFilters, registroFilterNames } from './RegistroFilters.tsx';
import classes from './registro.module.css';
import { Sucesos } from './Sucesos.tsx';

const filters: Filter[] = [
  { name: 'estado', title: 'Estado', multiple: true, options: opciones(nombresEstadoEmail) },
  { name: 'tipo', title: 'Tipo', multiple: true, options: opciones(nombresTipoEmail) },
  {
    name: 'automatico',
    title: 'Automático',
    multiple: true,
    options: opciones(nombresAutomatico),
  },
  { name: 'evento', title: 'Qué pasó', options: opciones(nombresEvento) },
];

const columns: Column<EmailItem>[] = [
  { id: 'para', title: 'Para', render: (email) => <Para email={email} />, width: '28%' },
  { id: 'asunto', title: 'Asunto', render: (email) => <Asunto email={email} /> },
  { id: 'estado', title: 'Estado', render: (email) => <Estado email={email} />, width: 200 },
  {
    id: 'fecha',
    title: 'Fecha',
    render: (email) => <DateTime value={email.enviadoEn ?? email.creadoEn} />,
    width: 150,
  },
];

/** Every message there was: to whom, what, when, and how it ended. */
export default function RegistroPage() {
  const exportar = useExportar('exportEmails');
  return (
    <EmailsFrame title="Registro">
      <SinServidor />
      <ProblemaEnvio />
      <DataList
        endpoint={listEmails}
        exportar={exportar}
        noun={{ one: 'correo', many: 'correos' }}
        searchLabel="Buscar por correo o nombre de la persona"
        columns={columns}
        filters={filters}
        extraFilter={{ names: registroFilterNames, node: <RegistroFilters /> }}
        nameOf={destinatario}
        card={(email) => (
          <div className={classes.card}>
            <Asunto email={email} />
            <Group justify="space-between" gap="xs">
              <Estado email={email} />
              <Text size="sm" c="dimmed">
                <DateTime value={email.enviadoEn ?? email.creadoEn} />
              </Text>
            </Group>
          </div>
        )}
        link={({ id }) => ({ to: '/app/emails/registro/$id', params: { id: String(id) } })}
        empty={
          <EmptyState title="Todavía no hay correos">
            Aquí queda cada correo que sale: a quién, qué decía, cuándo y qué respondió su servidor.
          </EmptyState>
        }
      />
    </EmailsFrame>
  );
}

function Para({ email }: { email: EmailItem }) {
  return (
    <>
      {destinatario(email)}
      {email.cliente && (
        <Text size="sm" c="dimmed" fw={400} className={classes.cut}>
          {email.email}
        </Text>
      )}
    </>
  );
}

function Asunto({ email }: { email: EmailItem }) {
  return (
    <div className={classes.words}>
      <Text {...(email.asunto === null ? { c: 'dimmed' } : {})}>{asuntoDe(email)}</Text>
      <Text size="sm" c="dimmed">
        {origenDe(email)}
      </Text>
    </div>
  );
}

function Estado({ email }: { email: EmailItem }) {
  return (
    <Group gap={6}>
      <EstadoEmailBadge estado={email.estado} />
      <Sucesos {...email} />
    </Group>
  );
}
