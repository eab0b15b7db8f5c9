import type { Taller, TallerItem } from '#contract/talleres.ts';
import classes from './SeatsBar.module.css';

const kinds = [
  { key: 'pagados', one: 'pagado', many: 'pagados' },
  { key: 'abonados', one: 'abonado', many: 'abonados' },
  { key: 'pendientes', one: 'pendiente', many: 'pendientes' },
  { key: 'libres', one: 'libre', many: 'libres' },
] as const;

/** The seats of a Taller by how they are paid, each kind with its word, its number and its texture. */
export function SeatsBar({ asientos }: Pick<Taller, 'asientos'>) {
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {kinds.map(
          ({ key }) =>
            asientos[key] > 0 && (
              <div key={key} className={classes[key]} style={{ flexGrow: asientos[key] }} />
            ),
        )}
      </div>
      <ul className={classes.legend} aria-label="Cupos según su pago">
        {kinds.map(({ key, one, many }) => (
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

/** How full a Taller is, small: `17 de 30` over a thin bar. */
export function SeatsMini({ taller }: { taller: TallerItem }) {
  const { cupos, cuposOcupados, estado } = taller;
  const libres = cupos - cuposOcupados;
  const left = libres === 0 ? 'completo' : libres === 1 ? 'queda 1' : `quedan ${libres}`;
  return (
    <div className={estado === 'ANULADO' ? classes.off : undefined} style={{ minWidth: 130 }}>
      <span className="tabular">
        {cuposOcupados} de {cupos}
        {estado !== 'ANULADO' && `, ${left}`}
      </span>
      <div className={`${classes.bar} ${classes.thin}`} aria-hidden>
        {cuposOcupados > 0 && (
          <div className={classes.taken} style={{ width: `${(100 * cuposOcupados) / cupos}%` }} />
        )}
      </div>
    </div>
  );
}
