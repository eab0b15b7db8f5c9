import type { MiResena } from '#contract/resenas.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import classes from '../mi.module.css';

export function ToReview({ items }: { items: MiResena[] }) {
  if (items.length === 0) return null;
  return (
    <section className={classes.card} aria-labelledby="por-resenar">
      <h2 id="por-resenar" className={classes.cardTitle}>
        ¿Qué te pareció?
      </h2>
      <p>
        Tu opinión ayuda a otras personas a elegir:{' '}
        {items.map(({ de }) => `«${de.titulo}»`).join(', ')}.
      </p>
      <div className={classes.foot}>
        <ButtonLink to="/mi/resenas" variant="default">
          Escribir {items.length === 1 ? 'mi reseña' : 'mis reseñas'}
        </ButtonLink>
      </div>
    </section>
  );
}
