import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { setClaveAlumno } from '#contract/portal.ts';
import { SecretInput } from '../../../ui/form/SecretInput.tsx';
import { write } from '../../endpoints.ts';
import { misDatosQuery, sesionQuery } from '../alumno.api.ts';
import { Failure } from '../Failure.tsx';
import classes from '../mi.module.css';
import { fieldProblem, useSend } from '../useSend.ts';
import datosClasses from './datos.module.css';

const put = write<typeof setClaveAlumno>('PUT', '/api/portal/clave');
const empty = { actual: '', nueva: '' };

/** Sets the first password, or changes it. */
export function ClaveForm({ has }: { has: boolean }) {
  const client = useQueryClient();
  const [values, setValues] = useState(empty);
  const section = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The address may lead here before the data was there to scroll to.
    if (window.location.hash === '#clave') section.current?.scrollIntoView();
  }, []);
  const guardar = useSend(put, (alumno) => {
    client.setQueryData(sesionQuery.queryKey, alumno);
    void client.invalidateQueries(misDatosQuery);
    setValues(empty);
  });
  const input = (name: 'actual' | 'nueva') => ({
    name,
    size: 'md' as const,
    value: values[name],
    error: fieldProblem(guardar.error, name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((now) => ({ ...now, [name]: value }));
    },
  });
  const beside = Boolean(input('actual').error || input('nueva').error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (guardar.isPending) return;
    const { actual, nueva } = values;
    guardar.mutate({ body: has ? { actual, nueva } : { nueva } });
  }

  return (
    <form
      ref={section}
      noValidate
      onSubmit={submit}
      className={classes.card}
      id="clave"
      aria-label="Contraseña"
    >
      <h2 className={classes.cardTitle}>
        {has ? 'Cambiar mi contraseña' : 'Poner una contraseña'}
      </h2>
      <p className={classes.dimmed}>
        {has
          ? 'Al cambiarla se cierran tus sesiones en otros dispositivos.'
          : 'Con ella entras cuando quieras, sin pedir un enlace.'}
      </p>
      <div className={datosClasses.fields}>
        {has && (
          <SecretInput
            label="Contraseña de ahora"
            autoComplete="current-password"
            {...input('actual')}
          />
        )}
        <SecretInput
          label="Contraseña nueva"
          description="Mientras más larga, mejor: una frase sirve"
          autoComplete="new-password"
          {...input('nueva')}
        />
      </div>
      {!beside && <Failure error={guardar.error} />}
      <div className={classes.foot}>
        <span role="status">{guardar.isSuccess && 'Tu contraseña quedó guardada.'}</span>
        <Button type="submit" size="md" variant="default" loading={guardar.isPending}>
          {has ? 'Cambiar contraseña' : 'Guardar contraseña'}
        </Button>
      </div>
    </form>
  );
}
