import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { CursoPublico } from '#contract/publico.ts';
import { ApiError } from '../../api/client.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { AppLink } from '../../ui/link.tsx';
import { cursoQuery } from '../publico.api.ts';
import { Resenas } from '../resenas/Resenas.tsx';
import { ResenasLink } from '../resenas/ResenasLink.tsx';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { useTitle } from '../shell/title.ts';
import { Cover } from '../talleres/Cover.tsx';
import { InteresMark } from '../talleres/InteresMark.tsx';
import { ShareButton } from '../talleres/ShareButton.tsx';
import classes from '../talleres/taller.module.css';
import { priceText } from '../talleres/words.ts';
import { CursoFacts } from './CursoFacts.tsx';
import { Temario } from './Temario.tsx';

// What the course is shows without waiting for the form, its validation and its fields.
const CompraForm = lazy(async () => ({
  default: (await import('./CompraForm.tsx')).CompraForm,
}));

export function CursoPage() {
  const { slug } = useParams({ from: '/site/cursos/$slug' });
  const { data, error, refetch } = useQuery(cursoQuery(slug));
  if (data) return <CursoDetail key={slug} curso={data} />;
  if (error instanceof ApiError && error.code === 'NO_ENCONTRADO') {
    return <NotFoundPage title="No encontramos este curso" />;
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return <CursoSkeleton />;
}

function CursoDetail({ curso }: { curso: CursoPublico }) {
  useTitle(curso.titulo);
  const price = priceText(curso.precio);
  return (
    <article className={classes.page}>
      <div className={classes.top}>
        <AppLink to="/cursos" className={classes.back}>
          ← Todos los cursos
        </AppLink>
        <ShareButton title={curso.titulo} />
      </div>
      <div className={classes.content}>
        <Cover taller={curso} eager className={classes.cover} />
        {curso.interes && <InteresMark interes={curso.interes} />}
        <h1 className={classes.title}>{curso.titulo}</h1>
        <ResenasLink kind="cursos" slug={curso.slug} />
        {curso.resumen && <p className={classes.lead}>{curso.resumen}</p>}
        <CursoFacts curso={curso} />
        {curso.descripcion && (
          <section aria-label="De qué se trata" className={classes.description}>
            {curso.descripcion}
          </section>
        )}
        <Temario curso={curso} />
        <div className={classes.bar}>
          <span className={`${classes.barPrice} tabular`}>{price}</span>
          <Button component="a" href="#compra" size="md">
            {actionText(curso.precio)}
          </Button>
        </div>
      </div>
      <div className={classes.aside}>
        <section className={classes.panel} id="compra" aria-label="Comprar el curso">
          <div className={classes.offer}>
            <p className={`${classes.price} tabular`}>{price}</p>
          </div>
          <Suspense fallback={<Skeleton height={420} />}>
            <CompraForm curso={curso} action={actionText(curso.precio)} />
          </Suspense>
        </section>
      </div>
      <div className={classes.more}>
        <Resenas kind="cursos" slug={curso.slug} />
      </div>
    </article>
  );
}

const actionText = (precio: number) => (precio === 0 ? 'Inscribirme gratis' : 'Comprar el curso');

function CursoSkeleton() {
  return (
    <div className={classes.page} role="status" aria-label="Cargando el curso">
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
