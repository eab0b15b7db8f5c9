import type { ReservaPublica } from '#contract/publico.ts';
import { Money } from '../../ui/Money.tsx';
import { ReservaLine } from './ReservaLine.tsx';
import classes from './reserva.module.css';

/** What was bought, line by line, and the money of it. */
export function ReservaSummary({ reserva }: { reserva: ReservaPublica }) {
  const { lineas, total, pagado, saldo, estado } = reserva;
  const annulled = estado === 'ANULADO';
  return (
    <section className={classes.card} aria-labelledby="resumen">
      <h2 id="resumen" className={classes.heading}>
        Tu compra
      </h2>
      <ul className={classes.lines}>
        {lineas.map((linea, index) => (
          // The lines of a purchase keep their order and have no other name.
          // biome-ignore lint/suspicious/noArrayIndexKey: they are not moved.
          <li key={index} className={classes.line}>
            <ReservaLine linea={linea} reserva={reserva} />
          </li>
        ))}
      </ul>
      <dl className={classes.sums}>
        {!annulled && <Sum label="Total">{total === 0 ? 'Gratis' : <Money value={total} />}</Sum>}
        {pagado > 0 && (
          <Sum label="Pagado">
            <Money value={pagado} />
          </Sum>
        )}
        {pagado > 0 && saldo > 0 && !annulled && (
          <Sum label="Por pagar">
            <Money value={saldo} />
          </Sum>
        )}
      </dl>
    </section>
  );
}

function Sum({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.sum}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
