import type { InteresRef } from '#contract/intereses.ts';
import classes from './card.module.css';

/** The name of an interest with its colour as a dot. */
export function InteresMark({ interes }: { interes: InteresRef }) {
  return (
    <span className={classes.interes}>
      <span className={classes.dot} style={{ background: interes.color }} aria-hidden />
      {interes.nombre}
    </span>
  );
}
