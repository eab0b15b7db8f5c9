import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { VideoPlayer } from '../../ui/VideoPlayer.tsx';
import { leccionGratuitaQuery } from '../publico.api.ts';
import classes from './temario.module.css';

type Props = { slug: string; leccionId: number };

/** A lesson that anyone may see: its video and its text. */
export function LeccionGratuita({ slug, leccionId }: Props) {
  const { data, error, refetch } = useQuery(leccionGratuitaQuery(slug, leccionId));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton className={classes.waiting} />;
  return (
    <div className={classes.lesson}>
      {data.video && <VideoPlayer video={data.video} title={data.titulo} />}
      {data.texto && <SafeHtml html={data.texto} />}
      {!data.video && !data.texto && <p>Esta lección todavía no tiene contenido.</p>}
    </div>
  );
}
