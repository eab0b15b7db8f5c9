import { Link } from '@tanstack/react-router';
import type { CursoPublicoItem } from '#contract/publico.ts';
import { Cover } from '../talleres/Cover.tsx';
import classes from '../talleres/card.module.css';
import { InteresMark } from '../talleres/InteresMark.tsx';
import { priceText } from '../talleres/words.ts';
import { lengthText } from './words.ts';

type Props = { curso: CursoPublicoItem; eager: boolean };

/** One course of the catalogue: the whole card leads to its page, and only the title is the link. */
export function CursoCard({ curso, eager }: Props) {
  return (
    <article className={classes.card}>
      <Cover taller={curso} eager={eager} />
      <div className={classes.body}>
        {curso.interes && <InteresMark interes={curso.interes} />}
        <h2 className={classes.title}>
          <Link to="/cursos/$slug" params={{ slug: curso.slug }} className={classes.link}>
            {curso.titulo}
          </Link>
        </h2>
        {curso.resumen && <p className={classes.where}>{curso.resumen}</p>}
        <div className={classes.bottom}>
          <span className={`${classes.price} tabular`}>{priceText(curso.precio)}</span>
          <span className={`${classes.where} tabular`}>{lengthText(curso)}</span>
        </div>
      </div>
    </article>
  );
}
