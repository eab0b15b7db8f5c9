import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ButtonLink } from '../../ui/link.tsx';
import { useTitle } from '../shell/title.ts';
import { CorreoGate } from './CorreoGate.tsx';
import { bajaQuery, darmeDeBaja } from './correo.api.ts';
import classes from './correo.module.css';
import { Refusal } from './Refusal.tsx';
import { Title } from './Title.tsx';

/** Where the link to unsubscribe leads: programs that follow links change nothing, a person presses the button. */
export function BajaPage() {
  const { token } = useParams({ from: '/site/correo/baja/$token' });
  useTitle('Dejar de recibir novedades');
  const client = useQueryClient();
  const query = useQuery(bajaQuery(token));
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => darmeDeBaja(token),
    onSuccess: () =>
      client.setQueryData(bajaQuery(token).queryKey, (now) => now && { ...now, suscrito: false }),
  });
  return (
    <CorreoGate query={query}>
      {({ email, suscrito }) =>
        suscrito ? (
          <article className={classes.page}>
            <Title>¿Dejar de recibir novedades?</Title>
            <p className={classes.lead}>
              Dejaremos de enviar novedades y ofertas a <strong>{email}</strong>.
            </p>
            <p className={classes.quiet}>
              Lo que tiene que ver con tus compras, como comprobantes y recordatorios de tus
              talleres, te seguirá llegando.
            </p>
            <div>
              <Refusal error={error} />
              <div className={classes.actions}>
                <Button size="md" loading={isPending} onClick={() => mutate()}>
                  Dejar de recibirlas
                </Button>
              </div>
            </div>
          </article>
        ) : (
          <article className={classes.page}>
            <Title answer={isSuccess}>Ya no te enviaremos novedades</Title>
            <p className={classes.lead}>
              No enviaremos más novedades ni ofertas a <strong>{email}</strong>.
            </p>
            <p className={classes.quiet}>
              Si fue sin querer o cambias de idea, puedes suscribirte de nuevo cuando quieras.
            </p>
            <div className={classes.actions}>
              <ButtonLink to="/novedades" variant="default" size="md">
                Suscribirme de nuevo
              </ButtonLink>
            </div>
          </article>
        )
      }
    </CorreoGate>
  );
}
