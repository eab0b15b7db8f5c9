import { Button, Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { TallerPublico } from '#contract/publico.ts';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import classes from './taller.module.css';
import { priceText, seatsText } from './words.ts';

// What the workshop is shows without waiting for the form, its validation and its fields.
const InscripcionForm = lazy(async () => ({
  default: (await import('./InscripcionForm.tsx')).InscripcionForm,
}));

/** Price, free seats, and the form; or why there is none. */
export function EnrolPanel({ taller }: { taller: TallerPublico }) {
  const open = taller.disponibilidad === 'ABIERTO';
  // Seats may run out while someone is typing: what they typed stays on the screen.
  const [wasOpen] = useState(open);
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
      {!open && <ClosedNotice taller={taller} />}
      {!open && wasOpen && (
        <p className={classes.kept}>
          Guardamos lo que escribiste: si se libera un cupo, puedes intentarlo de nuevo.
        </p>
      )}
      {(open || wasOpen) && (
        <Suspense fallback={<Skeleton height={420} />}>
          <InscripcionForm taller={taller} />
        </Suspense>
      )}
    </section>
  );
}

/** On phones: price and button at the foot of the screen until the form itself is there. */
export function EnrolBar({ taller }: { taller: TallerPublico }) {
  if (taller.disponibilidad !== 'ABIERTO') return null;
  return (
    <div className={classes.bar}>
      <span className={`${classes.barPrice} tabular`}>{priceText(taller.precio)}</span>
      <Button component="a" href="#inscripcion" size="md">
        Inscribirme
      </Button>
    </div>
  );
}
