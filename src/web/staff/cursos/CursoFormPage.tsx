import { Box } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { type Curso, createCurso, cursoCampos, getCurso, updateCurso } from '#contract/cursos.ts';
import { listIntereses } from '#contract/intereses.ts';
import { formatPesos } from '#contract/money.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { callSignedIn } from '../../api/session.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useIdParam } from '../useIdParam.ts';
import { type FormValues, useVersions } from '../useVersions.ts';
import { VersionConflict } from '../VersionConflict.tsx';
import { CursoFields } from './CursoFields.tsx';
import { type CursoDraft, draftOf } from './cursoForm.ts';
import { duraAcceso } from './palabras.ts';

export default function CursoFormPage() {
  const id = useIdParam();
  return <Box maw={860}>{id === undefined ? <NuevoCurso /> : <LoadedCurso id={id} />}</Box>;
}

function LoadedCurso({ id }: { id: number }) {
  const curso = useEndpoint(getCurso, { params: { id } });
  return (
    <QueryGate query={curso} rows={8}>
      {(data) => <EditarCurso key={data.id} curso={data} />}
    </QueryGate>
  );
}

function NuevoCurso() {
  const navigate = useNavigate();
  const crear = useMutate(createCurso, {
    notifyError: false,
    done: 'Borrador creado. Ahora agrega sus lecciones.',
  });
  const [initial] = useState(() => draftOf());
  return (
    <>
      <PageHeader title="Nuevo curso" back={{ to: '/app/cursos', label: 'Volver a cursos' }} />
      <CursoForm
        initial={initial}
        send={(body) => crear.mutateAsync({ body })}
        onDone={({ id }) => void navigate({ to: '/app/cursos/$id', params: { id: String(id) } })}
        submitLabel="Crear borrador"
        cancel={
          <ButtonLink to="/app/cursos" variant="subtle">
            Cancelar
          </ButtonLink>
        }
      />
    </>
  );
}

const labels: Record<keyof CursoDraft, string> = {
  titulo: 'Título',
  resumen: 'Resumen',
  descripcion: 'Descripción',
  instructor: 'Quién lo imparte',
  interesId: 'Interés',
  imagenId: 'Imagen',
  precio: 'Precio',
  afectoIva: 'IVA',
  diasAcceso: 'Cuánto dura el acceso',
};

function EditarCurso({ curso }: { curso: Curso }) {
  const navigate = useNavigate();
  const params = { id: String(curso.id) };
  const [initial] = useState(() => draftOf(curso));
  const cambiar = useMutate(updateCurso, { notifyError: false, done: 'Cambios guardados.' });
  const intereses = useEndpoint(listIntereses, {});
  const versions = useVersions(curso, {
    schema: cursoCampos,
    toValues: draftOf,
    load: () => callSignedIn(getCurso, { params }),
  });

  function show(of: Curso, name: string): ReactNode {
    if (name === 'interesId') {
      return intereses.data?.items.find(({ id }) => id === of.interes?.id)?.nombre;
    }
    if (name === 'imagenId') return of.imagenId && 'otra imagen';
    if (name === 'precio') return formatPesos(of.precio);
    if (name === 'afectoIva') return of.afectoIva ? 'afecto' : 'exento';
    if (name === 'diasAcceso') return duraAcceso(of.diasAcceso).toLowerCase();
    return String(draftOf(of)[name as keyof CursoDraft] ?? '');
  }

  return (
    <>
      <PageHeader
        title={`Editar ${curso.titulo}`}
        back={{ to: '/app/cursos/$id', params, label: 'Volver al curso' }}
      />
      <CursoForm
        initial={initial}
        explained={versions.refused}
        notice={(values) => (
          <VersionConflict
            versions={versions}
            form={values}
            noun="este curso"
            labels={labels}
            show={show}
          />
        )}
        send={(body) =>
          versions.send((version) => cambiar.mutateAsync({ params, body: { ...body, version } }))
        }
        onDone={() => void navigate({ to: '/app/cursos/$id', params })}
        submitLabel="Guardar"
        cancel={
          <ButtonLink to="/app/cursos/$id" params={params} variant="subtle">
            Cancelar
          </ButtonLink>
        }
      />
    </>
  );
}

type Props = {
  initial: CursoDraft;
  send: (body: z.input<typeof cursoCampos>) => Promise<Curso>;
  onDone: (curso: Curso) => void;
  submitLabel: string;
  cancel: ReactNode;
  notice?: (form: FormValues) => ReactNode;
  explained?: boolean;
};

function CursoForm(props: Props) {
  const { initial, send, onDone, submitLabel, cancel, notice, explained = false } = props;
  const form = useContractForm({ schema: cursoCampos, initialValues: initial, send, onDone });
  const { form: state, field } = form;
  return (
    <FormFrame
      form={explained ? { ...form, problem: undefined } : form}
      submitLabel={submitLabel}
      cancel={cancel}
    >
      {notice?.({
        get: (name) => (state.getValues() as Record<string, unknown>)[name],
        set: (name, value) => state.setFieldValue(name as keyof CursoDraft, value as never),
      })}
      <CursoFields
        field={field}
        values={state.values}
        set={(name, value) => state.setFieldValue(name, value as never)}
      />
    </FormFrame>
  );
}
