import { formatPesos } from '#contract/money.ts';
import classes from './kits.module.css';

/** What a purchase comes to while it is being chosen, said aloud as it changes. */
export function Total({ value }: { value: number }) {
  return (
    <p className={classes.total} aria-live="polite">
      <span>Total</span>
      <strong className="tabular">{value === 0 ? 'Gratis' : formatPesos(value)}</strong>
    </p>
  );
}
