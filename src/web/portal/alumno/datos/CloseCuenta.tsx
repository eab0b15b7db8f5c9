import { Button, Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { closeCuenta } from '#contract/portal.ts';
import { write } from '../../endpoints.ts';
import { MINE } from '../alumno.api.ts';
import detailsClasses from '../details.module.css';
import { Failure } from '../Failure.tsx';
import { useSend } from '../useSend.ts';

const close = write<typeof closeCuenta>('POST', '/api/portal/cierre');

/** Ends the access to the portal, after saying exactly what that does. */
export function CloseCuenta() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const [unticked, setUnticked] = useState(false);
  const cerrar = useSend(close, async () => {
    await navigate({ to: '/mi/entrar', search: { cerrada: true }, ignoreBlocker: true });
    client.removeQueries({ queryKey: [MINE] });
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setUnticked(!sure);
    if (sure && !cerrar.isPending) cerrar.mutate({ body: { confirma: true } });
  }

  return (
    <details className={detailsClasses.details}>
      <summary>Cerrar mi cuenta</summary>
      <form
        noValidate
        onSubmit={submit}
        className={detailsClasses.inside}
        aria-label="Cerrar mi cuenta"
      >
        <p>Al cerrar tu cuenta:</p>
        <ul className={detailsClasses.steps}>
          <li>Se cierra tu sesión en todos tus dispositivos y se borra tu contraseña.</li>
          <li>Dejas de ver aquí tus cursos, tus códigos de entrada y tus pagos.</li>
          <li>Tu calendario deja de recibir tus talleres.</li>
          <li>No te enviamos más novedades.</li>
          <li>
            Tus inscripciones siguen en pie: si no vas a venir a un taller, avísanos antes. La
            escuela conserva el registro de tus compras y pagos.
          </li>
        </ul>
        <p>Si algún día quieres volver, pide un enlace con tu correo.</p>
        <Checkbox
          label="Entiendo lo que pasa y quiero cerrar mi cuenta"
          checked={sure}
          error={unticked && 'Marca la casilla para confirmar.'}
          onChange={(event) => {
            setSure(event.currentTarget.checked);
            setUnticked(false);
          }}
        />
        <Failure error={cerrar.error} />
        <div>
          <Button type="submit" color="red" loading={cerrar.isPending}>
            Cerrar mi cuenta
          </Button>
        </div>
      </form>
    </details>
  );
}
