import { Link } from '@tanstack/react-router';
import type { TallerPublicoItem } from '#contract/publico.ts';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { Cover } from './Cover.tsx';
import classes from './card.module.css';
import { InteresMark } from './InteresMark.tsx';
import { When } from './When.tsx';
import { placeText, priceText, seatsText } from './words.ts';

type Props = { taller: TallerPublicoItem; eager: boolean };

/** One workshop of the catalogue: the whole card leads to its page, and only the title is the link. */
export function TallerCard({ taller, eager }: Props) {
  const seats = seatsText(taller);
  return (
    <article className={classes.card}>
      <Cover taller={taller} eager={eager} className={classes.cover} />
      <div className={classes.body}>
        {taller.interes && <InteresMark interes={taller.interes} />}
        <h3 className={classes.title}>
          <Link to="/talleres/$slug" params={{ slug: taller.slug }} className={classes.link}>
            {taller.titulo}
          </Link>
        </h3>
        <p className={classes.when}>
          <When horario={taller} />
        </p>
        <p className={classes.where}>{placeText(taller)}</p>
        <div className={classes.bottom}>
          <span className={`${classes.price} tabular`}>{priceText(taller.precio)}</span>
          <EstadoBadge tone={seats.tone}>{seats.text}</EstadoBadge>
        </div>
      </div>
    </article>
  );
}
