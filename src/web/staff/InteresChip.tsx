import type { InteresRef } from '#contract/intereses.ts';
import classes from './interes.module.css';

/** The name of an interest on a hint of its colour; the text keeps the colour of all text. */
export function InteresChip({ interes }: { interes: Pick<InteresRef, 'nombre' | 'color'> }) {
  return (
    <span className={classes.chip} style={{ '--interes': interes.color } as Record<string, string>}>
      <span className={classes.dot} aria-hidden />
      {interes.nombre}
    </span>
  );
}

type Props = { intereses: InteresRef[]; max?: number; label?: string };

/** The interests in a row; with `max`, the rest as a number. */
export function InteresChips({ intereses, max = intereses.length, label = 'Intereses' }: Props) {
  if (intereses.length === 0) return null;
  const rest = intereses.slice(max);
  return (
    <ul className={classes.list} aria-label={label}>
      {intereses.slice(0, max).map((interes) => (
        <li key={interes.id}>
          <InteresChip interes={interes} />
        </li>
      ))}
      {rest.length > 0 && (
        <li className={classes.rest} title={rest.map(({ nombre }) => nombre).join(', ')}>
          y {rest.length} más
        </li>
      )}
    </ul>
  );
}
