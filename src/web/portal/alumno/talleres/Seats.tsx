import { lazy, Suspense } from 'react';
import { formatPesos } from '#contract/money.ts';
import type { MiTaller } from '#contract/portal.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import detailsClasses from '../details.module.css';
import classes from '../mi.module.css';
import own from './talleres.module.css';

// Few look at their code; those who do wait a moment for what draws it.
const Qr = lazy(async () => ({ default: (await import('./Qr.tsx')).Qr }));

/** The code of each seat, to be shown at the door; one open at a time, so that the right one is read. */
export function Seats({ taller }: { taller: MiTaller }) {
  const { puestos } = taller;
  if (taller.modalidad === 'EN_VIVO') return null;
  return (
    <section aria-labelledby="qr" className={own.seats}>
      <h2 id="qr" className={classes.section}>
        {puestos.length === 1 ? 'Tu código para entrar' : 'Los códigos para entrar'}
      </h2>
      <p className={classes.dimmed}>
        Muéstralo en la puerta para registrar tu llegada. Si puedes, sube el brillo de la pantalla.
      </p>
      {puestos.map((puesto, index) => (
        <details
          key={puesto.puesto}
          name="puestos"
          open={index === 0}
          className={detailsClasses.details}
        >
          <summary>
            {puestos.length > 1 && `Cupo ${puesto.puesto}: `}
            {puesto.nombre}
          </summary>
          <Seat puesto={puesto} taller={taller} />
        </details>
      ))}
    </section>
  );
}

type SeatProps = { puesto: MiTaller['puestos'][number]; taller: MiTaller };

function Seat({ puesto, taller: { saldo, codigo } }: SeatProps) {
  const owed = saldo > 0 ? `Sin pagar: faltan ${formatPesos(saldo)}` : undefined;
  return (
    <div className={own.seat}>
      {puesto.asistencia === 'PRESENTE' && <EstadoBadge tone="ok">Llegada registrada</EstadoBadge>}
      {owed && <EstadoBadge tone="warn">{owed}</EstadoBadge>}
      {puesto.qr ? (
        <Suspense fallback={<div className={own.qr} />}>
          <Qr text={puesto.qr} label={`Código QR del cupo ${puesto.puesto}, de ${puesto.nombre}`} />
        </Suspense>
      ) : (
        <p>Tu reserva venció, por eso no hay un código. Si quieres venir, escríbenos.</p>
      )}
      <span className={classes.dimmed}>
        Referencia {codigo}, cupo {puesto.puesto}
      </span>
    </div>
  );
}
