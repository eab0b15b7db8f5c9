import { Group, Text } from '@mantine/core';
import { type ClienteItem, listClientes } from '#contract/clientes.ts';
import { listIntereses } from '#contract/intereses.ts';
import { nombresEstadoCliente, nombresOrigen, opciones } from '#contract/nombres.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import type { Column } from '../../ui/list/types.ts';
import { EstadoClienteBadge } from '../estados.tsx';
import { InteresChips } from '../InteresChip.tsx';
import { usePuede } from '../session.ts';
import { useExportar } from '../useExportar.ts';
import { ClientesBulk } from './ClientesBulk.tsx';
import { ClientesFilters, clientesFilterNames } from './ClientesFilters.tsx';
import { ClientesFrame } from './ClientesFrame.tsx';
import { Contacto } from './Contacto.tsx';
import classes from './clientes.module.css';
import { EscribirAEstas } from './EscribirAEstas.tsx';
import { GuardarComoSegmento } from './GuardarComoSegmento.tsx';
import { nombreCompleto } from './persona.ts';

const columns: Column<ClienteItem>[] = [
  {
    id: 'nombre',
    title: 'Nombre',
    width: 190,
    sort: {
      up: 'apellidos',
      down: '-apellidos',
      upName: 'Apellido, de la A a la Z',
      downName: 'Apellido, de la Z a la A',
    },
    render: (cliente) => (
      <>
        {nombreCompleto(cliente)}
        {cliente.empresa && (
          <>
            <br />
            <span className={classes.under}>{cliente.empresa.razonSocial}</span>
          </>
        )}
      </>
    ),
  },
  {
    id: 'estado',
    title: 'Estado',
    width: 120,
    render: ({ estado }) => <EstadoClienteBadge estado={estado} />,
  },
  {
    id: 'contacto',
    title: 'Contacto',
    width: 250,
    render: (cliente) => <Contacto de={cliente} />,
  },
  {
    id: 'intereses',
    title: 'Intereses',
    render: ({ intereses }) => <InteresChips intereses={intereses} max={2} />,
  },
  {
    id: 'responsable',
    title: 'Responsable',
    width: 120,
    render: ({ responsable }) => responsable && <Text size="sm">{responsable.nombre}</Text>,
  },
  {
    id: 'actividad',
    title: 'Actividad',
    width: 110,
    sort: { down: '-ultimaActividadEn', downName: 'Actividad más reciente primero' },
    render: ({ ultimaActividadEn }) =>
      ultimaActividadEn ? (
        <DateTime value={ultimaActividadEn} as="fechaCorta" />
      ) : (
        <Text span c="dimmed" size="sm">
          Ninguna
        </Text>
      ),
  },
  {
    id: 'creado',
    title: 'Creado',
    width: 110,
    sort: {
      up: 'creadoEn',
      down: '-creadoEn',
      upName: 'Más antiguos primero',
      downName: 'Más nuevos primero',
    },
    render: ({ creadoEn }) => <DateTime value={creadoEn} as="fechaCorta" />,
  },
];

const fixedFilters = [
  {
    name: 'estado',
    title: 'Estado',
    multiple: true,
    options: opciones(nombresEstadoCliente),
  },
  {
    name: 'tipo',
    title: 'Tipo',
    options: [
      { value: 'B2C', label: 'Personas' },
      { value: 'B2B', label: 'De empresas' },
    ],
  },
];

const origenFilter = {
  name: 'origen',
  title: 'Origen',
  multiple: true,
  options: opciones(nombresOrigen),
};

export default function ClientesPage() {
  const puede = usePuede();
  const exportar = useExportar('exportClientes');
  const { data } = useEndpoint(listIntereses, {}, { staleTime: 60_000 });
  const intereses = data?.items ?? [];
  const nuevo = puede('clientes:escribir') && (
    <ButtonLink to="/app/clientes/nuevo">Nuevo cliente</ButtonLink>
  );
  const interesFilter = {
    name: 'interes',
    title: 'Interés',
    multiple: true,
    options: intereses.map(({ id, nombre }) => ({ value: String(id), label: nombre })),
  };
  return (
    <ClientesFrame title="Clientes" actions={nuevo}>
      <DataList
        endpoint={listClientes}
        exportar={exportar}
        forAll={
          <>
            {puede('segmentos:escribir') && <GuardarComoSegmento />}
            {puede('emails:escribir') && <EscribirAEstas />}
          </>
        }
        noun={{ one: 'cliente', many: 'clientes' }}
        searchLabel="Buscar por nombre, correo, teléfono o RUT"
        columns={columns}
        filters={[...fixedFilters, interesFilter, origenFilter]}
        extraFilter={{ names: clientesFilterNames, node: <ClientesFilters /> }}
        defaultOrder="-creadoEn"
        nameOf={nombreCompleto}
        card={(cliente) => <ClienteCard cliente={cliente} />}
        link={({ id }) => ({ to: '/app/clientes/$id', params: { id: String(id) } })}
        empty={
          <EmptyState title="Aún no hay clientes" action={nuevo}>
            Aquí queda cada persona que conoces: quien preguntó, quien se inscribió y quien ya vino.
            Agrega a la primera.
          </EmptyState>
        }
        bulk={(ids, _clear, selected) => (
          <ClientesBulk ids={ids} selected={selected} intereses={intereses} />
        )}
      />
    </ClientesFrame>
  );
}

function ClienteCard({ cliente }: { cliente: ClienteItem }) {
  return (
    <>
      {cliente.empresa && (
        <Text size="sm" c="dimmed">
          {cliente.empresa.razonSocial}
        </Text>
      )}
      <Group gap={6}>
        <EstadoClienteBadge estado={cliente.estado} />
        <InteresChips intereses={cliente.intereses} max={2} />
      </Group>
      {cliente.responsable && (
        <Text size="sm" c="dimmed">
          A cargo de {cliente.responsable.nombre}
        </Text>
      )}
      <Contacto de={cliente} short />
    </>
  );
}
