import { Button, Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { TallerPublico } from '#contract/publico.ts';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { EsperaOffer } from '../espera/EsperaOffer.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import classes from './taller.module.css';
import { priceText, seatsText } from './words.ts';

// What the workshop is shows without waiting for the form, its validation and its fields.
const InscripcionForm = lazy(async () => ({
  default: (await import('./InscripcionForm.tsx')).InscripcionForm,
}));

const EsperaForMore = lazy(async () => ({
  default: (await import('../espera/EsperaForMore.tsx')).EsperaForMore,
}));

/** Price, free seats, and the form; the waitlist when it is full; or why there is neither. */
export function EnrolPanel({ taller }: { taller: TallerPublico }) {
  const open = taller.disponibilidad === 'ABIERTO';
  const full = taller.disponibilidad === 'COMPLETO';
  // Seats may run out while someone is typing: who they are is kept for the waitlist.
  const [wasOpen] = useState(open);
  const [wantsMore, setWantsMore] = useState(false);
  const seats = seatsText(taller);
  return (
    <section className={classes.panel} id="inscripcion" aria-label="Inscripción">
      <div className={classes.offer}>
        <p className={`${classes.price} tabular`}>
          {priceText(taller.precio)}
          {taller.precio > 0 && <span className={classes.per}> por persona</span>}
        </p>
        <div role="status">
          <EstadoBadge tone={seats.tone}>{seats.text}</EstadoBadge>
        </div>
      </div>
      {full && <EsperaOffer taller={taller} justFilled={wasOpen} />}
      {!open && !full && <ClosedNotice taller={taller} />}
      {open && (
        <Suspense fallback={<Skeleton height={420} />}>
          {wantsMore ? (
            <EsperaForMore taller={taller} onBack={() => setWantsMore(false)} />
          ) : (
            <InscripcionForm taller={taller} onWantMore={() => setWantsMore(true)} />
          )}
        </Suspense>
      )}
    </section>
  );
}

/** On phones: price and button at the foot of the screen until the form itself is there. */
export function EnrolBar({ taller }: { taller: TallerPublico }) {
  const open = taller.disponibilidad === 'ABIERTO';
  if (!open && taller.disponibilidad !== 'COMPLETO') return null;
  return (
    <div className={classes.bar}>
      <span className={`${classes.barPrice} tabular`}>{priceText(taller.precio)}</span>
      <Button component="a" href="#inscripcion" size="md">
        {open ? 'Inscribirme' : 'Lista de espera'}
      </Button>
    </div>
  );
}
