import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { EsperaPublica } from '#contract/espera.ts';
import { ApiError } from '../../api/client.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { AppLink, ButtonLink } from '../../ui/link.tsx';
import { CopyButton } from '../reservas/CopyButton.tsx';
import classes from '../reservas/reserva.module.css';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { useTitle } from '../shell/title.ts';
import { When } from '../talleres/When.tsx';
import { placeText, seatsCount } from '../talleres/words.ts';
import { EsperaActions } from './EsperaActions.tsx';
import { esperaQuery } from './espera.api.ts';
import { wordsOf } from './words.ts';

const LIVE_REFRESH_MS = 60_000;

const isLive = ({ estado }: EsperaPublica) => estado === 'ESPERANDO' || estado === 'OFRECIDA';

/** One's place in a waitlist, or one's offer, for whoever holds its link. */
export function EsperaPage() {
  const { codigo } = useParams({ from: '/site/espera/$codigo' });
  useTitle('Lista de espera');
  const { data, error, refetch } = useQuery({
    ...esperaQuery(codigo),
    refetchInterval: ({ state }) => (state.data && isLive(state.data) ? LIVE_REFRESH_MS : false),
  });
  if (data) return <EsperaDetail espera={data} />;
  if (error instanceof ApiError && error.code === 'NO_ENCONTRADO') {
    return <NotFoundPage title="No encontramos este lugar en la lista de espera" />;
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <div className={classes.page} role="status" aria-label="Cargando tu lugar">
      <Skeleton height={40} width="60%" />
      <Skeleton height={180} mt={24} radius={14} />
    </div>
  );
}

function EsperaDetail({ espera }: { espera: EsperaPublica }) {
  const { tone, word, title, text } = wordsOf(espera);
  return (
    <article className={classes.page}>
      <header className={classes.status}>
        <div role="status">
          <EstadoBadge tone={tone}>{word}</EstadoBadge>
          <h1 className={classes.title} style={{ marginTop: 10 }}>
            {title}
          </h1>
          <p className={classes.lead}>{text}</p>
        </div>
        <WhatNow espera={espera} />
      </header>
      <TallerCard espera={espera} />
      {isLive(espera) && (
        <section className={classes.keep} aria-label="Guardar esta página">
          <p className={classes.text}>Guarda esta página para volver a ver tu lugar.</p>
          <div className={classes.actions}>
            <CopyButton value={window.location.href} label="Copiar el enlace" />
          </div>
        </section>
      )}
    </article>
  );
}

function WhatNow({ espera }: { espera: EsperaPublica }) {
  const { estado, reserva, taller } = espera;
  if (isLive(espera)) return <EsperaActions key={estado} espera={espera} />;
  return (
    <div className={classes.actions}>
      {reserva && (
        <ButtonLink to="/reservas/$codigo" params={{ codigo: reserva }} size="md">
          Ver mi reserva
        </ButtonLink>
      )}
      {(estado === 'VENCIDA' || estado === 'RETIRADA') && (
        <ButtonLink to="/talleres/$slug" params={{ slug: taller.slug }} size="md">
          Ver el taller
        </ButtonLink>
      )}
      {estado === 'CERRADA' && (
        <ButtonLink to="/" size="md">
          Ver otros talleres
        </ButtonLink>
      )}
    </div>
  );
}

function TallerCard({ espera: { taller, cantidad } }: { espera: EsperaPublica }) {
  return (
    <section className={classes.card} aria-labelledby="taller">
      <h2 id="taller" className={`${classes.heading} tap-links`}>
        <AppLink
          to="/talleres/$slug"
          params={{ slug: taller.slug }}
          className={classes.link}
          inherit
        >
          {taller.titulo}
        </AppLink>
      </h2>
      <span className={classes.capital}>
        <When horario={taller} />
      </span>
      <span>{placeText(taller)}</span>
      <span className={classes.detail}>{seatsCount(cantidad)}</span>
    </section>
  );
}
