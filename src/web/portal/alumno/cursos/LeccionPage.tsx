import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { MiLeccion } from '#contract/portal.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { ButtonLink } from '../../../ui/link.tsx';
import { SafeHtml } from '../../../ui/SafeHtml.tsx';
import { miLeccionQuery } from '../alumno.api.ts';
import { Failure } from '../Failure.tsx';
import { Gate } from '../Gate.tsx';
import classes from '../mi.module.css';
import { Page } from '../Page.tsx';
import cursoClasses from './curso.module.css';
import { useProgress } from './useProgress.ts';

const VideoPlayer = lazy(async () => ({
  default: (await import('../../../ui/VideoPlayer.tsx')).VideoPlayer,
}));

export function LeccionPage() {
  const { id, leccionId } = useParams({ from: '/alumno/mi/cursos/$id/$leccionId' });
  const query = useQuery(miLeccionQuery(id, leccionId));
  return (
    <Gate query={query} missing="No encontramos esta lección">
      {(leccion) => <Lesson key={leccion.id} cursoId={id} leccion={leccion} />}
    </Gate>
  );
}

function Lesson({ cursoId, leccion }: { cursoId: string; leccion: MiLeccion }) {
  const { titulo, orden, texto, video, segundos, terminada, anterior, siguiente } = leccion;
  const navigate = useNavigate();
  const progress = useProgress(cursoId, leccion);
  const to = (leccionId: number) => ({ id: cursoId, leccionId: String(leccionId) });

  async function finish() {
    if (!(await progress.finish())) return;
    if (siguiente !== null) {
      await navigate({ to: '/mi/cursos/$id/$leccionId', params: to(siguiente) });
    } else {
      await navigate({ to: '/mi/cursos/$id', params: { id: cursoId } });
    }
  }

  return (
    <Page
      title={titulo}
      back={{ to: '/mi/cursos/$id', params: { id: cursoId }, label: 'Volver al curso' }}
      lead={`Lección ${orden}`}
    >
      {video && (
        <Suspense fallback={<div className={cursoClasses.videoWait} />}>
          <VideoPlayer
            video={video}
            title={titulo}
            startAt={segundos}
            onProgress={progress.save}
            onEnded={progress.flush}
          />
        </Suspense>
      )}
      {texto && <SafeHtml html={texto} />}
      {!video && !texto && (
        <p className={classes.dimmed}>Esta lección todavía no tiene contenido.</p>
      )}
      <Failure error={progress.error} />
      <nav className={cursoClasses.lessonNav} aria-label="Lecciones">
        {anterior !== null && (
          <ButtonLink
            to="/mi/cursos/$id/$leccionId"
            params={to(anterior)}
            variant="default"
            size="md"
          >
            Anterior
          </ButtonLink>
        )}
        {terminada ? (
          <>
            <EstadoBadge tone="ok">Terminada</EstadoBadge>
            {siguiente === null ? (
              <ButtonLink to="/mi/cursos/$id" params={{ id: cursoId }} size="md">
                Volver al curso
              </ButtonLink>
            ) : (
              <ButtonLink to="/mi/cursos/$id/$leccionId" params={to(siguiente)} size="md">
                Siguiente
              </ButtonLink>
            )}
          </>
        ) : (
          <Button
            size="md"
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={progress.finishing}
            onClick={() => void finish()}
          >
            Terminé esta lección
          </Button>
        )}
      </nav>
    </Page>
  );
}
