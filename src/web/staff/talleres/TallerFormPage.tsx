import { Box } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createTaller, getTaller, type Taller, updateTaller } from '#contract/talleres.ts';
import { ApiError } from '../../api/client.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useMarca } from '../session.ts';
import { useIdParam } from '../useIdParam.ts';
import { Conflicto } from './Conflicto.tsx';
import { TallerFields } from './TallerFields.tsx';
import { draftOf, withoutOther } from './tallerForm.ts';

export default function TallerFormPage() {
  const id = useIdParam();
  return id === undefined ? <NuevoTaller /> : <LoadedTaller id={id} />;
}

function LoadedTaller({ id }: { id: number }) {
  const taller = useEndpoint(getTaller, { params: { id } });
  return (
    <QueryGate query={taller} rows={8}>
      {(data) => <EditarTaller key={data.id} taller={data} />}
    </QueryGate>
  );
}

function NuevoTaller() {
  const navigate = useNavigate();
  const zona = useMarca()?.zonaNegocio ?? 'America/Santiago';
  const crear = useMutate(createTaller, { notifyError: false, done: 'Borrador creado.' });
  const form = useContractForm({
    schema: createTaller.body,
    initialValues: draftOf(undefined, zona),
    send: (body) => crear.mutateAsync({ body: withoutOther(body) }),
    onDone: ({ id }) => void navigate({ to: '/app/talleres/$id', params: { id: String(id) } }),
  });
  const { form: state, field } = form;
  return (
    <Box maw={860}>
      <PageHeader title="Nuevo taller" back={{ to: '/app/talleres', label: 'Volver a talleres' }} />
      <FormFrame
        form={form}
        submitLabel="Crear borrador"
        cancel={
          <ButtonLink to="/app/talleres" variant="subtle">
            Cancelar
          </ButtonLink>
        }
      >
        <TallerFields
          field={field}
          values={state.values}
          set={(name, value) => state.setFieldValue(name, value as never)}
        />
      </FormFrame>
    </Box>
  );
}

function EditarTaller({ taller }: { taller: Taller }) {
  const navigate = useNavigate();
  const params = { id: String(taller.id) };
  const [conflict, setConflict] = useState(false);
  const cambiar = useMutate(updateTaller, { notifyError: false, done: 'Cambios guardados.' });
  const [initial] = useState(() => ({ ...draftOf(taller, taller.zona), version: taller.version }));
  const form = useContractForm({
    schema: updateTaller.body,
    initialValues: initial,
    send: (body) =>
      cambiar.mutateAsync({ params, body: withoutOther(body) }).catch((error: unknown) => {
        setConflict(error instanceof ApiError && error.code === 'CONFLICTO_VERSION');
        throw error;
      }),
    onDone: () => void navigate({ to: '/app/talleres/$id', params }),
  });
  const { form: state, field } = form;
  return (
    <Box maw={860}>
      <PageHeader
        title={`Editar ${taller.titulo}`}
        back={{ to: '/app/talleres/$id', params, label: 'Volver al taller' }}
      />
      <FormFrame
        form={form}
        cancel={
          <ButtonLink to="/app/talleres/$id" params={params} variant="subtle">
            Cancelar
          </ButtonLink>
        }
      >
        {conflict && (
          <Conflicto
            id={taller.id}
            onKeep={(version) => {
              state.setFieldValue('version', version);
              setConflict(false);
            }}
          />
        )}
        <TallerFields
          field={field}
          values={state.values}
          set={(name, value) => state.setFieldValue(name, value as never)}
          taken={taller.cuposOcupados + taller.cuposOfrecidos}
        />
      </FormFrame>
    </Box>
  );
}
