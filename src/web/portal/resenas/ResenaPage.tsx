import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#contract/endpoint.ts';
import { formatDia } from '#contract/horario.ts';
import type { createResenaPorEnlace, getSolicitudResena } from '#contract/resenas.ts';
import { ApiError, call } from '../../api/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { write } from '../endpoints.ts';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { useTitle } from '../shell/title.ts';
import { MyResena } from './MyResena.tsx';
import { ResenaForm } from './ResenaForm.tsx';
import { solicitudQuery } from './resenas.api.ts';
import classes from './resenas.module.css';

const put = write<typeof createResenaPorEnlace>('PUT', '/api/publico/resenas/:token');

type Solicitud = Answer<typeof getSolicitudResena>;

/** Where the link of a request leads: one writes the review, without signing in. */
export function ResenaPage() {
  const { token } = useParams({ from: '/site/resenas/$token' });
  useTitle('Tu reseña');
  const { data, error, refetch } = useQuery(solicitudQuery(token));
  if (data) return <Review key={token} token={token} solicitud={data} />;
  if (error instanceof ApiError && error.code === 'NO_ENCONTRADO') {
    return <NotFoundPage title="No encontramos este enlace" />;
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <div className={classes.page} role="status" aria-label="Cargando">
      <Skeleton height={40} width="80%" />
      <Skeleton height={60} mt={24} />
      <Skeleton height={140} mt={24} />
    </div>
  );
}

function Review({ token, solicitud }: { token: string; solicitud: Solicitud }) {
  const client = useQueryClient();
  const { de, puede, resena, nombres, motivo } = solicitud;
  const [writing, setWriting] = useState(resena === null);
  const [thanks, setThanks] = useState(false);
  if (!resena && !puede) {
    return (
      <EmptyState
        title="Este enlace ya no recibe reseñas"
        level={1}
        action={<ButtonLink to="/">Ver los próximos talleres</ButtonLink>}
      >
        {motivo} Si crees que es un error, escríbenos.
      </EmptyState>
    );
  }
  return (
    <div className={classes.page}>
      <h1 className={classes.pageTitle}>{thanks ? `¡Gracias, ${nombres}!` : de.titulo}</h1>
      {writing ? (
        <>
          <p className={classes.lead}>
            Hola, {nombres}. ¿Cómo estuvo
            {de.iniciaEn && de.zona ? ` el taller del ${formatDia(de.iniciaEn, de.zona)}` : ''}? Tu
            reseña ayuda a otras personas a elegir. Se publica con tu nombre y la inicial de tu
            apellido, después de que la revisemos.
          </p>
          <ResenaForm
            draftKey={`resena ${token}`}
            label="Tu reseña"
            resena={resena}
            send={(body) => call(put, { params: { token }, body })}
            onCancel={resena ? () => setWriting(false) : undefined}
            onDone={(mine) => {
              client.setQueryData(solicitudQuery(token).queryKey, { ...solicitud, ...mine });
              setThanks(true);
              setWriting(false);
            }}
          />
        </>
      ) : (
        resena && (
          <MyResena
            titulo={thanks ? de.titulo : undefined}
            resena={resena}
            onChange={
              puede
                ? () => {
                    setThanks(false);
                    setWriting(true);
                  }
                : undefined
            }
          />
        )
      )}
    </div>
  );
}
