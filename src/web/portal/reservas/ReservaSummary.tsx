import type { ReservaPublica } from '#contract/publico.ts';
import { AppLink } from '../../ui/link.tsx';
import { Money } from '../../ui/Money.tsx';
import { When } from '../talleres/When.tsx';
import { placeText, seatsCount } from '../talleres/words.ts';
import classes from './reserva.module.css';

/** What was reserved, and the money of it. */
export function ReservaSummary({ reserva }: { reserva: ReservaPublica }) {
  const { taller, cantidad, total, pagado, saldo, estado } = reserva;
  return (
    <section className={classes.card} aria-labelledby="resumen">
      <h2 id="resumen" className={classes.heading}>
        Tu inscripción
      </h2>
      <dl className={classes.rows}>
        <Row label="Taller">
          <AppLink to="/talleres/$slug" params={{ slug: taller.slug }} className={classes.link}>
            {taller.titulo}
          </AppLink>
        </Row>
        <Row label="Cuándo">
          <span className={classes.capital}>
            <When horario={taller} />
          </span>
        </Row>
        <Row label="Dónde">
          {placeText(taller)}
          {taller.direccion && <span className={classes.detail}>{taller.direccion}</span>}
        </Row>
        <Row label="Cupos">{seatsCount(cantidad)}</Row>
        {estado !== 'ANULADO' && (
          <Row label="Total">{total === 0 ? 'Gratis' : <Money value={total} />}</Row>
        )}
        {pagado > 0 && (
          <Row label="Pagado">
            <Money value={pagado} />
          </Row>
        )}
        {pagado > 0 && saldo > 0 && estado !== 'ANULADO' && (
          <Row label="Por pagar">
            <Money value={saldo} />
          </Row>
        )}
      </dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
