import { Money } from '../../ui/Money.tsx';
import classes from './cliente.module.css';

/** An amount of an account under its name; the main one is larger. */
export function Figure({ title, value, main }: { title: string; value: number; main?: boolean }) {
  return (
    <div className={classes.figure} data-main={main}>
      <dt>{title}</dt>
      <dd>{main && value === 0 ? 'Nada' : <Money value={value} />}</dd>
    </div>
  );
}
