import { Group, Text } from '@mantine/core';
import { type Interaccion, listSeguimientos } from '#contract/interacciones.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AppLink } from '../../ui/link.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import type { Column } from '../../ui/list/types.ts';
import { ClientesFrame } from '../clientes/ClientesFrame.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { useExportar } from '../useExportar.ts';
import { CuandoBadge } from './CuandoBadge.tsx';
import { ResponsableFilter } from './ResponsableFilter.tsx';
import { SeguimientoAcciones } from './SeguimientoAcciones.tsx';
import { SeguimientoQue } from './SeguimientoQue.tsx';
import { SeguimientosBulk } from './SeguimientosBulk.tsx';
import { useHecho } from './useHecho.tsx';

const columns: Column<Interaccion>[] = [
  { id: 'quien', title: 'Quién', width: 190, render: ({ cliente }) => nombreCompleto(cliente) },
  {
    id: 'cuando',
    title: 'Para cuándo',
    width: 190,
    render: ({ seguimiento }) => seguimiento && <CuandoBadge seguimiento={seguimiento} />,
  },
  {
    id: 'que',
    title: 'Qué hay que hacer',
    render: (interaccion) => <SeguimientoQue interaccion={interaccion} />,
  },
  {
    id: 'responsable',
    title: 'A quién le toca',
    width: 150,
    render: (interaccion) => <LeToca interaccion={interaccion} />,
  },
];

const cuandoFilter = {
  name: 'cuando',
  title: 'Para cuándo',
  multiple: true,
  options: [
    { value: 'ATRASADO', label: 'Atrasados' },
    { value: 'HOY', label: 'Hoy' },
    { value: 'MANANA', label: 'Mañana' },
    { value: 'DESPUES', label: 'Después' },
  ],
};

/** What was agreed with people and is not done, the most overdue first. */
export default function SeguimientosPage() {
  const exportar = useExportar('exportSeguimientos');
  const hecho = useHecho();
  const acciones: Column<Interaccion> = {
    id: 'acciones',
    title: 'Acciones',
    width: 190,
    render: (interaccion) => <SeguimientoAcciones interaccion={interaccion} hecho={hecho} />,
  };
  return (
    <ClientesFrame title="Seguimientos">
      <DataList
        endpoint={listSeguimientos}
        exportar={exportar}
        noun={{ one: 'seguimiento', many: 'seguimientos' }}
        columns={[...columns, acciones]}
        filters={[cuandoFilter]}
        extraFilter={{
          names: ['responsable'],
          node: <ResponsableFilter mine="Los míos" nobody="Sin asignar" title="A quién le toca" />,
        }}
        nameOf={({ cliente }) => nombreCompleto(cliente)}
        card={(interaccion) => (
          <>
            <SeguimientoQue interaccion={interaccion} />
            <Group gap={8}>
              {interaccion.seguimiento && <CuandoBadge seguimiento={interaccion.seguimiento} />}
              <LeToca interaccion={interaccion} />
            </Group>
            <SeguimientoAcciones interaccion={interaccion} hecho={hecho} />
          </>
        )}
        link={({ cliente }) => ({ to: '/app/clientes/$id', params: { id: String(cliente.id) } })}
        empty={
          <EmptyState
            title="No hay nada pendiente"
            action={<AppLink to="/app/clientes">Ir a la lista de clientes</AppLink>}
          >
            Cuando registres un contacto y elijas «Volver a contactar», lo que acordaste queda aquí
            hasta que esté hecho.
          </EmptyState>
        }
        bulk={(ids, clear) => <SeguimientosBulk ids={ids} clear={clear} />}
      />
    </ClientesFrame>
  );
}

function LeToca({ interaccion: { seguimiento } }: { interaccion: Interaccion }) {
  return (
    <Text span size="sm" c={seguimiento?.responsable ? undefined : 'dimmed'}>
      {seguimiento?.responsable?.nombre ?? 'Sin asignar'}
    </Text>
  );
}
