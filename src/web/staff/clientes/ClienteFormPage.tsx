import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Cliente,
  clienteCampos,
  createCliente,
  getCliente,
  updateCliente,
} from '#contract/clientes.ts';
import { nombreComuna } from '#contract/comunas.ts';
import { nombresOrigen, nombresTipoCliente } from '#contract/nombres.ts';
import { formatPhone } from '#contract/phone.ts';
import { formatRut } from '#contract/rut.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { callSignedIn } from '../../api/session.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { formatPlainDate } from '../../ui/time.ts';
import { useIdParam } from '../useIdParam.ts';
import { useVersions } from '../useVersions.ts';
import { VersionConflict } from '../VersionConflict.tsx';
import { ClienteForm } from './ClienteForm.tsx';
import { clienteValues, emptyCliente } from './clienteValues.ts';
import { nombreCompleto } from './persona.ts';

export default function ClienteFormPage() {
  const id = useIdParam();
  return id === undefined ? <NuevoCliente /> : <LoadedCliente id={id} />;
}

function NuevoCliente() {
  const navigate = useNavigate();
  const { tipo, empresa = '' } = useSearch({ strict: false });
  const crear = useMutate(createCliente, { notifyError: false, done: 'Cliente creado.' });
  const empresaId = /^[1-9]\d{0,14}$/.test(empresa) ? Number(empresa) : null;
  const [initial] = useState(() =>
    emptyCliente({ tipo: tipo === 'B2B' || empresaId !== null ? 'B2B' : 'B2C', empresaId }),
  );
  return (
    <>
      <PageHeader
        title="Nuevo cliente"
        back={{ to: '/app/clientes', label: 'Volver a clientes' }}
      />
      <ClienteForm
        nuevo
        initial={initial}
        send={(body) => crear.mutateAsync({ body })}
        onDone={({ id }) => void navigate({ to: '/app/clientes/$id', params: { id: String(id) } })}
        submitLabel="Crear cliente"
        cancel={
          <ButtonLink to="/app/clientes" variant="subtle">
            Cancelar
          </ButtonLink>
        }
      />
    </>
  );
}

function LoadedCliente({ id }: { id: number }) {
  const cliente = useEndpoint(getCliente, { params: { id } });
  return (
    <>
      {!cliente.data && (
        <PageHeader
          title="Editar cliente"
          back={{ to: '/app/clientes', label: 'Volver a clientes' }}
        />
      )}
      <QueryGate query={cliente} rows={8}>
        {(data) => <EditarCliente key={data.id} cliente={data} />}
      </QueryGate>
    </>
  );
}

function EditarCliente({ cliente }: { cliente: Cliente }) {
  const navigate = useNavigate();
  const params = { id: String(cliente.id) };
  const [initial] = useState(() => clienteValues(cliente));
  const cambiar = useMutate(updateCliente, { notifyError: false, done: 'Cambios guardados.' });
  const versions = useVersions(cliente, {
    schema: clienteCampos,
    toValues: clienteValues,
    load: () => callSignedIn(getCliente, { params }),
  });
  return (
    <>
      <PageHeader
        title={`Editar a ${nombreCompleto(cliente)}`}
        back={{ to: '/app/clientes/$id', params, label: 'Volver al cliente' }}
      />
      <ClienteForm
        initial={initial}
        send={(body) =>
          versions.send((version) => cambiar.mutateAsync({ params, body: { ...body, version } }))
        }
        onDone={() => void navigate({ to: '/app/clientes/$id', params })}
        submitLabel="Guardar"
        cancel={
          <ButtonLink to="/app/clientes/$id" params={params} variant="subtle">
            Cancelar
          </ButtonLink>
        }
        explained={versions.refused}
        notice={(form) => (
          <VersionConflict
            versions={versions}
            form={form}
            noun="este cliente"
            labels={labels}
            show={showField}
          />
        )}
      />
    </>
  );
}

const labels: Record<string, string> = {
  tipo: 'Tipo de cliente',
  empresaId: 'Empresa',
  nombres: 'Nombres',
  apellidos: 'Apellidos',
  email: 'Correo',
  telefono: 'Teléfono',
  rut: 'RUT',
  fechaNacimiento: 'Fecha de nacimiento',
  comuna: 'Comuna',
  origen: 'Cómo llegó',
  origenDetalle: 'Detalle del origen',
  intereses: 'Intereses',
  responsableId: 'Responsable',
  notas: 'Notas',
};

/** What a Cliente says in a field of its form, in words. */
function showField(cliente: Cliente, name: string): string | null | undefined {
  const { telefono, rut, comuna, fechaNacimiento, origenDetalle } = cliente;
  switch (name) {
    case 'tipo':
      return nombresTipoCliente[cliente.tipo];
    case 'empresaId':
      return cliente.empresa?.razonSocial;
    case 'telefono':
      return telefono && formatPhone(telefono);
    case 'rut':
      return rut && formatRut(rut);
    case 'fechaNacimiento':
      return fechaNacimiento && formatPlainDate(fechaNacimiento);
    case 'comuna':
      return comuna && nombreComuna(comuna);
    case 'origen':
      return nombresOrigen[cliente.origen];
    case 'origenDetalle':
      return Object.values(origenDetalle).filter(Boolean).join(', ');
    case 'intereses':
      return cliente.intereses.map(({ nombre }) => nombre).join(', ');
    case 'responsableId':
      return cliente.responsable?.nombre;
    case 'nombres':
    case 'apellidos':
    case 'email':
    case 'notas':
      return cliente[name];
    default:
      return undefined;
  }
}
