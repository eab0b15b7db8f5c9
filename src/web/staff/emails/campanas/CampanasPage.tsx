import { Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { type CampanaItem, listCampanas } from '#contract/campanas.ts';
import { nombresTipoCampana, opciones } from '#contract/nombres.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ButtonLink } from '../../../ui/link.tsx';
import { DataList } from '../../../ui/list/DataList.tsx';
import type { Column, Filter } from '../../../ui/list/types.ts';
import { usePuede } from '../../session.ts';
import { useExportar } from '../../useExportar.ts';
import { EmailsFrame } from '../EmailsFrame.tsx';
import { AvanceBar } from './AvanceBar.tsx';
import { Cuando } from './Cuando.tsx';
import { EstadoCampanaBadge } from './EstadoCampanaBadge.tsx';
import { cifra, nombresEstadoCampana, personas } from './palabras.ts';
import { SinServidor } from './SinServidor.tsx';

const columns: Column<CampanaItem>[] = [
  {
    id: 'nombre',
    title: 'Campaña',
    render: ({ nombre }) => nombre,
  },
  {
    id: 'tipo',
    title: 'Tipo',
    width: 130,
    render: ({ tipo }) => nombresTipoCampana[tipo],
  },
  {
    id: 'estado',
    title: 'Estado',
    width: 140,
    render: ({ estado }) => <EstadoCampanaBadge estado={estado} />,
  },
  {
    id: 'destinatarios',
    title: 'Destinatarios',
    numeric: true,
    width: 130,
    render: (campana) => (hasLeft(campana) ? cifra(campana.destinatarios) : <Nothing />),
  },
  {
    id: 'avance',
    title: 'Avance',
    width: 290,
    render: (campana) =>
      hasLeft(campana) ? <AvanceBar progreso={campana.progreso} /> : <Nothing />,
  },
  {
    id: 'cuando',
    title: 'Cuándo',
    width: 230,
    render: (campana) => <Cuando campana={campana} />,
  },
];

const filters: Filter[] = [
  { name: 'estado', title: 'Estado', multiple: true, options: opciones(nombresEstadoCampana) },
  { name: 'tipo', title: 'Tipo', multiple: true, options: opciones(nombresTipoCampana) },
];

/** Whether there is something to count: it left the desk of whoever writes it. */
const hasLeft = ({ estado, destinatarios }: CampanaItem) =>
  estado !== 'BORRADOR' && estado !== 'PROGRAMADA' && (destinatarios > 0 || estado !== 'CANCELADA');

function Nothing() {
  return (
    <Text span c="dimmed">
      <span aria-hidden>–</span>
      <VisuallyHidden>Aún nada</VisuallyHidden>
    </Text>
  );
}

export default function CampanasPage() {
  const exportar = useExportar('exportCampanas');
  const escribe = usePuede()('emails:escribir');
  const nueva = escribe && <ButtonLink to="/app/emails/campanas/nueva">Nueva campaña</ButtonLink>;
  return (
    <EmailsFrame title="Campañas" actions={nueva}>
      <SinServidor />
      <DataList
        endpoint={listCampanas}
        exportar={exportar}
        noun={{ one: 'campaña', many: 'campañas' }}
        searchLabel="Buscar por nombre o asunto"
        columns={columns}
        filters={filters}
        nameOf={({ nombre }) => nombre}
        card={(campana) => <CampanaCard campana={campana} />}
        link={({ id, estado }) =>
          estado === 'BORRADOR' && escribe
            ? { to: '/app/emails/campanas/$id/editar', params: { id: String(id) } }
            : { to: '/app/emails/campanas/$id', params: { id: String(id) } }
        }
        empty={
          <EmptyState title="Aún no hay campañas" action={nueva}>
            Una campaña es un correo para muchas personas a la vez: una oferta, un recordatorio o un
            mensaje a quienes vienen a un taller. Eliges para quién, lo escribes y ves cómo salió.
          </EmptyState>
        }
      />
    </EmailsFrame>
  );
}

function CampanaCard({ campana }: { campana: CampanaItem }) {
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <EstadoCampanaBadge estado={campana.estado} />
        <Text size="sm" c="dimmed">
          {nombresTipoCampana[campana.tipo]}
          {hasLeft(campana) && ` · ${personas(campana.destinatarios)}`}
        </Text>
      </Group>
      {hasLeft(campana) && <AvanceBar progreso={campana.progreso} />}
      <Cuando campana={campana} />
    </Stack>
  );
}
