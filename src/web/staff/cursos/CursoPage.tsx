import { Grid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Curso, getCurso } from '#contract/cursos.ts';
import { formatDuracion } from '#contract/duracion.ts';
import { useEndpoint } from '../../api/queries.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { EstadoCursoBadge } from '../estados.tsx';
import { NotFound } from '../Root.tsx';
import { ResenasPanel } from '../resenas/ResenasPanel.tsx';
import { usePuede } from '../session.ts';
import { useIdParam } from '../useIdParam.ts';
import { Alumnos } from './Alumnos.tsx';
import { CursoAcciones } from './CursoAcciones.tsx';
import { CursoCifras } from './CursoCifras.tsx';
import { CursoFicha } from './CursoFicha.tsx';
import { DarAccesoModal } from './DarAccesoModal.tsx';
import { Lecciones } from './Lecciones.tsx';
import { cuantasLecciones } from './palabras.ts';

export default function CursoPage() {
  const id = useIdParam();
  return id === undefined ? <NotFound /> : <LoadedCurso id={id} />;
}

function LoadedCurso({ id }: { id: number }) {
  const curso = useEndpoint(getCurso, { params: { id } });
  return (
    <>
      {!curso.data && (
        <PageHeader title="Curso" back={{ to: '/app/cursos', label: 'Volver a cursos' }} />
      )}
      <QueryGate query={curso}>{(data) => <CursoView curso={data} />}</QueryGate>
    </>
  );
}

function CursoView({ curso }: { curso: Curso }) {
  const puede = usePuede();
  const [giving, setGiving] = useState(false);
  const about = [
    cuantasLecciones(curso.lecciones),
    curso.duracionSegundos > 0 && formatDuracion(curso.duracionSegundos),
    curso.instructor,
  ];
  return (
    <>
      <PageHeader
        title={curso.titulo}
        badge={<EstadoCursoBadge estado={curso.estado} />}
        back={{ to: '/app/cursos', label: 'Volver a cursos' }}
        subtitle={<Text c="dimmed">{about.filter(Boolean).join(' · ')}</Text>}
        actions={<CursoAcciones curso={curso} onGive={() => setGiving(true)} />}
      />
      <Stack gap="lg">
        <CursoCifras curso={curso} />
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Lecciones curso={curso} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <Stack gap="lg">
              <CursoFicha curso={curso} />
              {puede('resenas:leer') && curso.estado === 'PUBLICADO' && (
                <ResenasPanel de="curso" id={curso.id} slug={curso.slug} />
              )}
            </Stack>
          </Grid.Col>
        </Grid>
        <Alumnos curso={curso} onGive={() => setGiving(true)} />
      </Stack>
      <DarAccesoModal curso={curso} opened={giving} onClose={() => setGiving(false)} />
    </>
  );
}
