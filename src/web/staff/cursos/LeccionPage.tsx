import { Alert, Box, Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Curso,
  createLeccion,
  getCurso,
  type Leccion,
  leccionCampos,
  updateLeccion,
} from '#contract/cursos.ts';
import { formatReloj } from '#contract/duracion.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { callSignedIn } from '../../api/session.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { NotFound } from '../Root.tsx';
import { useIdParam } from '../useIdParam.ts';
import { useVersions } from '../useVersions.ts';
import { VersionConflict } from '../VersionConflict.tsx';
import { LeccionForm } from './LeccionForm.tsx';
import { draftOf, type LeccionDraft } from './leccionForm.ts';
import { useBorrarLeccion } from './useBorrarLeccion.ts';

export default function LeccionPage() {
  const id = useIdParam();
  return id === undefined ? <NotFound /> : <LoadedLeccion id={id} />;
}

function LoadedLeccion({ id }: { id: number }) {
  const { leccionId } = useParams({ strict: false });
  const curso = useEndpoint(getCurso, { params: { id } });
  return (
    <Box maw={860}>
      <QueryGate query={curso} rows={8}>
        {(data) => {
          if (leccionId === undefined) return <NuevaLeccion curso={data} />;
          const leccion = data.contenido.find((one) => String(one.id) === leccionId);
          if (!leccion) return <NoEsta curso={data} />;
          return <EditarLeccion key={leccion.id} curso={data} leccion={leccion} />;
        }}
      </QueryGate>
    </Box>
  );
}

const backTo = (curso: Curso) =>
  ({
    to: '/app/cursos/$id',
    params: { id: String(curso.id) },
    label: `Volver a ${curso.titulo}`,
  }) as const;

function NoEsta({ curso }: { curso: Curso }) {
  return (
    <>
      <PageHeader title="Lección" back={backTo(curso)} />
      <Alert color="yellow" title="Esta lección ya no está">
        Alguien la borró, o el enlace no está completo.
      </Alert>
    </>
  );
}

function Cancelar({ curso }: { curso: Curso }) {
  return (
    <ButtonLink to="/app/cursos/$id" params={{ id: String(curso.id) }} variant="subtle">
      Cancelar
    </ButtonLink>
  );
}

function NuevaLeccion({ curso }: { curso: Curso }) {
  const navigate = useNavigate();
  const params = { id: String(curso.id) };
  const crear = useMutate(createLeccion, { notifyError: false, done: 'Lección agregada.' });
  const [initial] = useState(() => draftOf());
  return (
    <>
      <PageHeader title="Nueva lección" back={backTo(curso)} />
      <LeccionForm
        initial={initial}
        send={(body) => crear.mutateAsync({ params, body })}
        onDone={() => void navigate({ to: '/app/cursos/$id', params })}
        submitLabel="Agregar lección"
        cancel={<Cancelar curso={curso} />}
      />
    </>
  );
}

const labels: Record<keyof LeccionDraft, string> = {
  titulo: 'Título',
  texto: 'Texto',
  videoEnlace: 'Enlace del video',
  videoId: 'Archivo del video',
  duracionSegundos: 'Duración',
  gratuita: 'Muestra gratis',
};

/** What a Leccion says in a field of its form, in words. */
function showField(leccion: Leccion, name: string): string | null {
  if (name === 'texto') return leccion.texto && 'otro texto';
  if (name === 'videoId') return leccion.videoNombre;
  if (name === 'duracionSegundos') {
    return leccion.duracionSegundos ? formatReloj(leccion.duracionSegundos) : null;
  }
  if (name === 'gratuita') return leccion.gratuita ? 'gratis' : 'solo para alumnos';
  return name === 'videoEnlace' ? leccion.videoEnlace : leccion.titulo;
}

function EditarLeccion({ curso, leccion }: { curso: Curso; leccion: Leccion }) {
  const navigate = useNavigate();
  const params = { id: String(curso.id) };
  const borrar = useBorrarLeccion();
  const cambiar = useMutate(updateLeccion, { notifyError: false, done: 'Cambios guardados.' });
  const [initial] = useState(() => draftOf(leccion));
  const versions = useVersions(leccion, {
    schema: leccionCampos,
    toValues: draftOf,
    load: async () => {
      const { contenido } = await callSignedIn(getCurso, { params });
      return contenido.find(({ id }) => id === leccion.id) ?? leccion;
    },
  });
  const back = () => void navigate({ to: '/app/cursos/$id', params, ignoreBlocker: true });
  return (
    <>
      <PageHeader
        title={`Editar ${leccion.titulo}`}
        back={backTo(curso)}
        actions={
          <Button
            variant="subtle"
            color="red"
            onClick={() => void borrar(leccion).then((gone) => gone && back())}
          >
            Borrar lección
          </Button>
        }
      />
      <LeccionForm
        initial={initial}
        saved={leccion}
        explained={versions.refused}
        notice={(values) => (
          <VersionConflict
            versions={versions}
            form={values}
            noun="esta lección"
            labels={labels}
            show={showField}
          />
        )}
        send={(body) =>
          versions.send((version) =>
            cambiar.mutateAsync({ params: { id: leccion.id }, body: { ...body, version } }),
          )
        }
        onDone={back}
        submitLabel="Guardar"
        cancel={<Cancelar curso={curso} />}
      />
    </>
  );
}
