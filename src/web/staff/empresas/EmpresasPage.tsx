import { Text } from '@mantine/core';
import { nombreComuna } from '#contract/comunas.ts';
import { type EmpresaItem, listEmpresas } from '#contract/empresas.ts';
import { formatRut } from '#contract/rut.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import type { Column } from '../../ui/list/types.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePuede } from '../session.ts';
import { useExportar } from '../useExportar.ts';
import { ContactoEmpresa } from './ContactoEmpresa.tsx';
import classes from './empresas.module.css';

const contacts = (n: number) => (n === 1 ? '1 contacto' : `${n} contactos`);

const columns: Column<EmpresaItem>[] = [
  {
    id: 'razonSocial',
    title: 'Razón social',
    sort: { up: 'razonSocial', upName: 'Razón social, de la A a la Z' },
    render: ({ razonSocial, nombreFantasia }) => (
      <>
        {razonSocial}
        {nombreFantasia && (
          <>
            <br />
            <span className={classes.under}>{nombreFantasia}</span>
          </>
        )}
      </>
    ),
  },
  {
    id: 'rut',
    title: 'RUT',
    width: 130,
    render: ({ rut }) => rut && <span className="tabular">{formatRut(rut)}</span>,
  },
  {
    id: 'contacto',
    title: 'Contacto',
    width: 270,
    render: (empresa) => <ContactoEmpresa de={empresa} />,
  },
  {
    id: 'comuna',
    title: 'Comuna',
    render: ({ comuna }) => comuna && nombreComuna(comuna),
  },
  {
    id: 'contactos',
    title: 'Contactos',
    numeric: true,
    width: 100,
    render: ({ contactos }) => contactos,
  },
  {
    id: 'creado',
    title: 'Creada',
    width: 120,
    sort: {
      up: 'creadoEn',
      down: '-creadoEn',
      upName: 'Más antiguas primero',
      downName: 'Más nuevas primero',
    },
    render: ({ creadoEn }) => <DateTime value={creadoEn} as="fechaCorta" />,
  },
];

export default function EmpresasPage() {
  const exportar = useExportar('exportEmpresas');
  const puede = usePuede();
  const nueva = puede('empresas:escribir') && (
    <ButtonLink to="/app/empresas/nueva">Nueva empresa</ButtonLink>
  );
  return (
    <>
      <PageHeader title="Empresas" actions={nueva} />
      <DataList
        endpoint={listEmpresas}
        exportar={exportar}
        noun={{ one: 'empresa', many: 'empresas' }}
        searchLabel="Buscar por nombre, RUT o correo"
        columns={columns}
        defaultOrder="razonSocial"
        nameOf={({ razonSocial }) => razonSocial}
        card={(empresa) => <EmpresaCard empresa={empresa} />}
        link={({ id }) => ({ to: '/app/empresas/$id', params: { id: String(id) } })}
        empty={
          <EmptyState title="Aún no hay empresas" action={nueva}>
            Aquí quedan las empresas que te compran talleres para su gente, con sus contactos.
            Agrega la primera.
          </EmptyState>
        }
      />
    </>
  );
}

function EmpresaCard({ empresa }: { empresa: EmpresaItem }) {
  const { nombreFantasia, comuna, contactos } = empresa;
  const about = [nombreFantasia, comuna && nombreComuna(comuna), contacts(contactos)];
  return (
    <>
      <Text size="sm" c="dimmed">
        {about.filter(Boolean).join(' · ')}
      </Text>
      <ContactoEmpresa de={empresa} short />
    </>
  );
}
