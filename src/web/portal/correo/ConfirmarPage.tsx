import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ButtonLink } from '../../ui/link.tsx';
import { useTitle } from '../shell/title.ts';
import { CorreoGate } from './CorreoGate.tsx';
import { confirmacionQuery, confirmar } from './correo.api.ts';
import classes from './correo.module.css';
import { Refusal } from './Refusal.tsx';
import { Title } from './Title.tsx';

/** Where the message that asks for a confirmation leads: the button confirms, opening the page does not. */
export function ConfirmarPage() {
  const { token } = useParams({ from: '/site/correo/confirmar/$token' });
  useTitle('Confirma tu suscripción');
  const client = useQueryClient();
  const query = useQuery(confirmacionQuery(token));
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => confirmar(token),
    onSuccess: () =>
      client.setQueryData(
        confirmacionQuery(token).queryKey,
        (now) => now && { ...now, confirmada: true },
      ),
    onError: () => client.invalidateQueries(confirmacionQuery(token)),
  });
  return (
    <CorreoGate query={query}>
      {({ email, texto, confirmada, vencida }) => {
        if (confirmada) return <Confirmada email={email} answer={isSuccess} />;
        if (vencida) return <Vencida />;
        return (
          <article className={classes.page}>
            <Title>Confirma tu suscripción</Title>
            <p className={classes.lead}>
              Enviaremos nuestras novedades a <strong>{email}</strong>. Esto es lo que aceptas:
            </p>
            <blockquote className={classes.agreement}>{texto}</blockquote>
            <div>
              <Refusal error={error} />
              <div className={classes.actions}>
                <Button size="md" loading={isPending} onClick={() => mutate()}>
                  Sí, quiero recibirlas
                </Button>
              </div>
            </div>
            <p className={classes.quiet}>
              Si no fuiste tú, cierra esta página: sin el botón no te enviaremos nada.
            </p>
          </article>
        );
      }}
    </CorreoGate>
  );
}

function Confirmada({ email, answer }: { email: string; answer: boolean }) {
  return (
    <article className={classes.page}>
      <Title answer={answer}>Tu suscripción está confirmada</Title>
      <p className={classes.lead}>
        {answer ? '¡Gracias! Desde ahora te escribiremos a ' : 'Confirmaste que te escribamos a '}
        <strong>{email}</strong>. En cada mensaje hay un enlace para elegir qué recibes o darte de
        baja.
      </p>
      <div className={classes.actions}>
        <ButtonLink to="/" variant="default" size="md">
          Ver los próximos talleres
        </ButtonLink>
      </div>
    </article>
  );
}

function Vencida() {
  return (
    <article className={classes.page}>
      <Title>Este enlace venció</Title>
      <p className={classes.lead}>
        Sirve por siete días. Si todavía quieres recibir nuestras novedades, suscríbete de nuevo y
        te enviaremos otro.
      </p>
      <div className={classes.actions}>
        <ButtonLink to="/novedades" size="md">
          Suscribirme de nuevo
        </ButtonLink>
      </div>
    </article>
  );
}
