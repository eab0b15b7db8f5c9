import { Button, Checkbox, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Preferencias } from '#contract/suscripcion.ts';
import { Choices } from '../form/Choices.tsx';
import { guardarPreferencias, preferenciasQuery } from './correo.api.ts';
import classes from './correo.module.css';
import { Refusal } from './Refusal.tsx';

type Props = { token: string; preferencias: Preferencias };

/** All or nothing, and about what. */
export function PreferenciasForm({ token, preferencias }: Props) {
  const { texto, puedeSuscribirse } = preferencias;
  const client = useQueryClient();
  const [suscrito, setSuscrito] = useState(preferencias.suscrito);
  const [chosen, setChosen] = useState(() => elegidos(preferencias));
  const guardar = useMutation({
    mutationFn: () => guardarPreferencias(token, { suscrito, intereses: chosen }),
    onSuccess: (answer) => {
      client.setQueryData(preferenciasQuery(token).queryKey, answer);
      setSuscrito(answer.suscrito);
      setChosen(elegidos(answer));
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!guardar.isPending) guardar.mutate();
  }
  const touch = (change: () => void) => {
    guardar.reset();
    change();
  };

  if (!puedeSuscribirse) {
    return (
      <p className={classes.lead}>
        Hoy no enviamos novedades a este correo. Si quieres recibirlas, escríbenos y lo revisamos.
      </p>
    );
  }
  return (
    <form noValidate onSubmit={submit} aria-label="Preferencias de correo">
      <Stack gap="lg">
        <Checkbox
          size="md"
          label="Quiero recibir novedades y ofertas"
          description={texto}
          checked={suscrito}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            touch(() => setSuscrito(checked));
          }}
        />
        {suscrito && preferencias.intereses.length > 0 && (
          <fieldset className={classes.fieldset}>
            <legend className={classes.legend}>¿Qué te interesa?</legend>
            <Choices
              type="checkbox"
              name="intereses"
              choices={preferencias.intereses}
              isChosen={(id) => id !== undefined && chosen.includes(id)}
              onChoose={(id, wanted) =>
                touch(() =>
                  setChosen([
                    ...chosen.filter((one) => one !== id),
                    ...(wanted && id !== undefined ? [id] : []),
                  ]),
                )
              }
            />
          </fieldset>
        )}
        <div>
          <Refusal error={guardar.error} />
          <div className={classes.actions}>
            <Button type="submit" size="md" loading={guardar.isPending}>
              Guardar
            </Button>
          </div>
        </div>
        <p role="status" className={classes.lead}>
          {guardar.isSuccess &&
            (suscrito
              ? 'Guardado. Te escribiremos según lo que elegiste.'
              : 'Guardado. Ya no te enviaremos novedades.')}
        </p>
      </Stack>
    </form>
  );
}

const elegidos = ({ intereses }: Preferencias) =>
  intereses.filter(({ elegido }) => elegido).map(({ id }) => id);
