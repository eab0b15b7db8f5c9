import { Link } from '@tanstack/react-router';
import { formatMomento } from '#contract/horario.ts';
import type { MiEspera } from '#contract/portal.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { seatsCount } from '../../talleres/words.ts';
import classes from '../mi.module.css';

/** A place in a waitlist, or the seats it offers now. */
export function EsperaCard({ espera }: { espera: MiEspera }) {
  const { codigo, titulo, iniciaEn, zona, estado, cantidad, lugar, ofertaVenceEn } = espera;
  const now = new Date().toISOString();
  const offered = estado === 'OFRECIDA';
  return (
    <article className={`${classes.card} ${classes.linked}`}>
      <h3 className={classes.cardTitle}>
        <Link to="/espera/$codigo" params={{ codigo }}>
          {titulo}
        </Link>
      </h3>
      <p className={classes.capital}>{formatMomento(iniciaEn, zona, now)}</p>
      <p className={classes.dimmed}>
        {seatsCount(cantidad)}
        {!offered && lugar !== null && ` · Lugar ${lugar} en la lista`}
        {offered &&
          ofertaVenceEn &&
          ` · Responde antes del ${formatMomento(ofertaVenceEn, zona, now)}`}
      </p>
      <div className={classes.foot}>
        {offered ? (
          <EstadoBadge tone="warn">Cupo ofrecido: responde</EstadoBadge>
        ) : (
          <EstadoBadge tone="neutral">En espera</EstadoBadge>
        )}
      </div>
    </article>
  );
}
