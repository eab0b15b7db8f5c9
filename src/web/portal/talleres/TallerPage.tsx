import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { TallerPublico } from '#contract/publico.ts';
import { ApiError } from '../../api/client.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { AppLink } from '../../ui/link.tsx';
import { tallerQuery } from '../publico.api.ts';
import { Resenas } from '../resenas/Resenas.tsx';
import { ResenasLink } from '../resenas/ResenasLink.tsx';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { useTitle } from '../shell/title.ts';
import { Cover } from './Cover.tsx';
import { EnrolBar, EnrolPanel } from './EnrolPanel.tsx';
import { InteresMark } from './InteresMark.tsx';
import { ShareButton } from './ShareButton.tsx';
import { TallerFacts } from './TallerFacts.tsx';
import classes from './taller.module.css';

export function TallerPage() {
  const { slug } = useParams({ from: '/site/talleres/$slug' });
  const { data, error, refetch } = useQuery(tallerQuery(slug));
  if (data) return <TallerDetail key={slug} taller={data} />;
  if (error instanceof ApiError && error.code === 'NO_ENCONTRADO') {
    return <NotFoundPage title="No encontramos este taller" />;
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return <TallerSkeleton />;
}

function TallerDetail({ taller }: { taller: TallerPublico }) {
  useTitle(taller.titulo);
  return (
    <article className={classes.page}>
      <div className={classes.top}>
        <AppLink to="/" className={classes.back}>
          ← Todos los talleres
        </AppLink>
        <ShareButton title={taller.titulo} />
      </div>
      <div className={classes.content}>
        <Cover taller={taller} eager className={classes.cover} />
        {taller.interes && <InteresMark interes={taller.interes} />}
        <h1 className={classes.title}>{taller.titulo}</h1>
        <ResenasLink kind="talleres" slug={taller.slug} />
        {taller.resumen && <p className={classes.lead}>{taller.resumen}</p>}
        <TallerFacts taller={taller} />
        {taller.descripcion && (
          <section aria-label="De qué se trata" className={classes.description}>
            {taller.descripcion}
          </section>
        )}
        <EnrolBar taller={taller} />
      </div>
      <div className={classes.aside}>
        <EnrolPanel taller={taller} />
      </div>
      <div className={classes.more}>
        <Resenas kind="talleres" slug={taller.slug} />
      </div>
    </article>
  );
}

function TallerSkeleton() {
  return (
    <div className={classes.page} role="status" aria-label="Cargando el taller">
      <div className={classes.content}>
        <Skeleton height={300} radius={14} mt={48} />
        <Skeleton height={34} width="70%" mt={24} />
        <Skeleton height={120} mt={24} />
      </div>
      <div className={classes.aside}>
        <Skeleton height={460} radius={14} mt={48} />
      </div>
    </div>
  );
}
