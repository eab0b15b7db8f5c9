import { IconMinus, IconPlus } from '@tabler/icons-react';
import classes from './kits.module.css';

type Props = { name: string; value: number; most: number; onChange: (value: number) => void };

/** Less, how many, more. The buttons stay reachable at their ends, so that the focus is not lost. */
export function KitStepper({ name, value, most, onChange }: Props) {
  return (
    <div className={classes.stepper}>
      <button
        type="button"
        className={classes.step}
        aria-label={`Quitar uno: ${name}`}
        aria-disabled={value === 0}
        onClick={() => value > 0 && onChange(value - 1)}
      >
        <IconMinus size={18} aria-hidden />
      </button>
      <span className={`${classes.amount} tabular`} aria-live="polite">
        <span aria-hidden>{value}</span>
        <span className={classes.spoken}>
          {value === most ? `${value}, no quedan más: ` : `${value}: `}
          {name}
        </span>
      </span>
      <button
        type="button"
        className={classes.step}
        aria-label={`Agregar uno: ${name}`}
        aria-disabled={value >= most}
        onClick={() => value < most && onChange(value + 1)}
      >
        <IconPlus size={18} aria-hidden />
      </button>
    </div>
  );
}
