import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MiEspera, MiTaller } from '#contract/portal.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ButtonLink } from '../../../ui/link.tsx';
import { When } from '../../talleres/When.tsx';
import { placeText, seatsCount } from '../../talleres/words.ts';
import { misTalleresQuery } from '../alumno.api.ts';
import { Gate } from '../Gate.tsx';
import classes from '../mi.module.css';
import { Page } from '../Page.tsx';
import { daysToGo } from '../words.ts';
import { EsperaCard } from './EsperaCard.tsx';
import { Subscription } from './Subscription.tsx';
import { TallerBadge } from './TallerBadge.tsx';

export function MisTalleresPage() {
  return (
    <Page title="Mis talleres">
      <Gate query={useQuery(misTalleresQuery)}>
        {({ items, esperas }) => <Talleres items={items} esperas={esperas} />}
      </Gate>
    </Page>
  );
}

function Talleres({ items, esperas }: { items: MiTaller[]; esperas: MiEspera[] }) {
  const ahead = items.filter(({ anulado, terminado }) => !anulado && !terminado);
  const past = items.filter((taller) => !ahead.includes(taller));
  const catalogue = <ButtonLink to="/">Ver los próximos talleres</ButtonLink>;
  if (items.length + esperas.length === 0) {
    return (
      <EmptyState title="Todavía no tienes talleres" action={catalogue}>
        Cuando te inscribas en uno, aquí estarán su fecha, su lugar y tu código para entrar.
      </EmptyState>
    );
  }
  return (
    <>
      <h2 className={classes.section}>Por venir</h2>
      {ahead.length === 0 && (
        <p className={classes.dimmed}>No tienes talleres por venir. {catalogue}</p>
      )}
      <TallerList items={ahead} />
      {esperas.length > 0 && (
        <>
          <h2 className={classes.section}>En lista de espera</h2>
          <ul className={classes.list}>
            {esperas.map((espera) => (
              <li key={espera.codigo}>
                <EsperaCard espera={espera} />
              </li>
            ))}
          </ul>
        </>
      )}
      {past.length > 0 && (
        <>
          <h2 className={classes.section}>Anteriores</h2>
          <TallerList items={past} />
        </>
      )}
      {ahead.length > 0 && <Subscription />}
    </>
  );
}

function TallerList({ items }: { items: MiTaller[] }) {
  return (
    <ul className={classes.list}>
      {items.map((taller) => (
        <li key={taller.inscripcionId}>
          <TallerCard taller={taller} />
        </li>
      ))}
    </ul>
  );
}

function TallerCard({ taller }: { taller: MiTaller }) {
  const days = taller.anulado ? undefined : daysToGo(taller.iniciaEn, taller.zona);
  return (
    <article className={`${classes.card} ${classes.linked}`}>
      {days && !taller.terminado && <p className={classes.over}>{days}</p>}
      <h3 className={classes.cardTitle}>
        <Link to="/mi/talleres/$id" params={{ id: String(taller.inscripcionId) }}>
          {taller.titulo}
        </Link>
      </h3>
      <p className={classes.capital}>
        <When horario={taller} />
      </p>
      <p className={classes.dimmed}>
        {placeText(taller)}
        {taller.cantidad > 1 && ` · ${seatsCount(taller.cantidad)}`}
      </p>
      <div className={classes.foot}>
        <TallerBadge taller={taller} />
      </div>
    </article>
  );
}
