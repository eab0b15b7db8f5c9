import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { nombreComuna } from '#contract/comunas.ts';
import {
  createEmpresa,
  type Empresa,
  empresaCampos,
  getEmpresa,
  updateEmpresa,
} from '#contract/empresas.ts';
import { formatPhone } from '#contract/phone.ts';
import { formatRut } from '#contract/rut.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { callSignedIn } from '../../api/session.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useIdParam } from '../useIdParam.ts';
import { useVersions } from '../useVersions.ts';
import { VersionConflict } from '../VersionConflict.tsx';
import { EmpresaForm } from './EmpresaForm.tsx';
import { empresaValues, emptyEmpresa } from './empresaValues.ts';

export default function EmpresaFormPage() {
  const id = useIdParam();
  return id === undefined ? <NuevaEmpresa /> : <LoadedEmpresa id={id} />;
}

function NuevaEmpresa() {
  const navigate = useNavigate();
  const crear = useMutate(createEmpresa, { notifyError: false, done: 'Empresa creada.' });
  const [initial] = useState(() => emptyEmpresa());
  return (
    <>
      <PageHeader
        title="Nueva empresa"
        back={{ to: '/app/empresas', label: 'Volver a empresas' }}
      />
      <EmpresaForm
        initial={initial}
        send={(body) => crear.mutateAsync({ body })}
        onDone={({ id }) => void navigate({ to: '/app/empresas/$id', params: { id: String(id) } })}
        submitLabel="Crear empresa"
        cancel={
          <ButtonLink to="/app/empresas" variant="subtle">
            Cancelar
          </ButtonLink>
        }
      />
    </>
  );
}

function LoadedEmpresa({ id }: { id: number }) {
  const empresa = useEndpoint(getEmpresa, { params: { id } });
  return (
    <>
      {!empresa.data && (
        <PageHeader
          title="Editar empresa"
          back={{ to: '/app/empresas', label: 'Volver a empresas' }}
        />
      )}
      <QueryGate query={empresa} rows={8}>
        {(data) => <EditarEmpresa key={data.id} empresa={data} />}
      </QueryGate>
    </>
  );
}

function EditarEmpresa({ empresa }: { empresa: Empresa }) {
  const navigate = useNavigate();
  const params = { id: String(empresa.id) };
  const [initial] = useState(() => empresaValues(empresa));
  const cambiar = useMutate(updateEmpresa, { notifyError: false, done: 'Cambios guardados.' });
  const versions = useVersions(empresa, {
    schema: empresaCampos,
    toValues: empresaValues,
    load: () => callSignedIn(getEmpresa, { params }),
  });
  return (
    <>
      <PageHeader
        title={`Editar ${empresa.razonSocial}`}
        back={{ to: '/app/empresas/$id', params, label: 'Volver a la empresa' }}
      />
      <EmpresaForm
        initial={initial}
        send={(body) =>
          versions.send((version) => cambiar.mutateAsync({ params, body: { ...body, version } }))
        }
        onDone={() => void navigate({ to: '/app/empresas/$id', params })}
        submitLabel="Guardar"
        cancel={
          <ButtonLink to="/app/empresas/$id" params={params} variant="subtle">
            Cancelar
          </ButtonLink>
        }
        explained={versions.refused}
        notice={(form) => (
          <VersionConflict
            versions={versions}
            form={form}
            noun="esta empresa"
            labels={labels}
            show={showField}
          />
        )}
      />
    </>
  );
}

const labels: Record<string, string> = {
  razonSocial: 'Razón social',
  nombreFantasia: 'Nombre de fantasía',
  rut: 'RUT',
  giro: 'Giro',
  email: 'Correo',
  telefono: 'Teléfono',
  direccion: 'Dirección',
  comuna: 'Comuna',
  notas: 'Notas',
};

/** What an Empresa says in a field of its form, in words. */
function showField(empresa: Empresa, name: string): string | null | undefined {
  const { rut, telefono, comuna } = empresa;
  switch (name) {
    case 'rut':
      return rut && formatRut(rut);
    case 'telefono':
      return telefono && formatPhone(telefono);
    case 'comuna':
      return comuna && nombreComuna(comuna);
    case 'razonSocial':
    case 'nombreFantasia':
    case 'giro':
    case 'email':
    case 'direccion':
    case 'notas':
      return empresa[name];
    default:
      return undefined;
  }
}
