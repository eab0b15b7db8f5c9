import { IconTicket } from '@tabler/icons-react';
import { formatMomento } from '#contract/horario.ts';
import type { MiEspera } from '#contract/portal.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import { seatsCount } from '../../talleres/words.ts';
import classes from '../mi.module.css';

/** Seats that the waitlist holds for the student, while their offer lasts. */
export function Offers({ offers }: { offers: MiEspera[] }) {
  return offers.map((offer) => (
    <section
      key={offer.codigo}
      className={classes.notice}
      data-tone="ok"
      aria-label="Cupo ofrecido"
    >
      <IconTicket size={24} stroke={1.7} aria-hidden />
      <div>
        <h2 className={classes.noticeTitle}>
          {offer.cantidad === 1 ? 'Se liberó un cupo para ti' : 'Se liberaron cupos para ti'}
        </h2>
        <p>
          {seatsCount(offer.cantidad)} en «{offer.titulo}».
          {offer.ofertaVenceEn && (
            <>
              {' '}
              Te lo guardamos hasta el{' '}
              <strong>
                {formatMomento(offer.ofertaVenceEn, offer.zona, new Date().toISOString())}
              </strong>
              .
            </>
          )}
        </p>
        <ButtonLink to="/espera/$codigo" params={{ codigo: offer.codigo }}>
          Ver y aceptar
        </ButtonLink>
      </div>
    </section>
  ));
}
