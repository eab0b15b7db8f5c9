import type { Taller } from '#contract/talleres.ts';
import classes from './SeatsBar.module.css';

const kinds = [
  { key: 'pagados', one: 'pagado', many: 'pagados' },
  { key: 'abonados', one: 'abonado', many: 'abonados' },
  { key: 'pendientes', one: 'pendiente', many: 'pendientes' },
  { key: 'ofrecidos', one: 'ofrecido', many: 'ofrecidos' },
  { key: 'libres', one: 'libre', many: 'libres' },
] as const;

type Props = { taller: Pick<Taller, 'asientos' | 'cuposOfrecidos'> };

/**
 * The seats of a Taller by how they are paid, each kind with its word, its number and its texture; those held for
 * people of the waitlist are told once there are any.
 */
export function SeatsBar({ taller }: Props) {
  const asientos = { ...taller.asientos, ofrecidos: taller.cuposOfrecidos };
  const shown = kinds.filter(({ key }) => key !== 'ofrecidos' || asientos.ofrecidos > 0);
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {shown.map(
          ({ key }) =>
            asientos[key] > 0 && (
              <div key={key} className={classes[key]} style={{ flexGrow: asientos[key] }} />
            ),
        )}
      </div>
      <ul className={classes.legend} aria-label="Cupos según su pago">
        {shown.map(({ key, one, many }) => (
          <li key={key}>
            <span className={`${classes.swatch} ${classes[key]}`} aria-hidden />
            <span>
              <strong className="tabular">{asientos[key]}</strong>{' '}
              {asientos[key] === 1 ? one : many}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
