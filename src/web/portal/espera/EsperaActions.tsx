import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { EsperaPublica } from '#contract/espera.ts';
import { describeError } from '../../ui/ErrorState.tsx';
import { reservaQuery } from '../publico.api.ts';
import classes from '../reservas/reserva.module.css';
import { aceptarOferta, esperaQuery, salirDeEspera } from './espera.api.ts';

/** Accept the offer, let it pass, or leave the list; the last two ask first. */
export function EsperaActions({ espera }: { espera: EsperaPublica }) {
  const { codigo, cantidad } = espera;
  const offered = espera.estado === 'OFRECIDA';
  const [leaving, setLeaving] = useState(false);
  const { aceptar, salir } = useActs(codigo);
  const error = aceptar.error ?? salir.error;
  return (
    <div>
      {error && (
        <Alert
          color="red"
          role="alert"
          mb="md"
          icon={<IconAlertTriangle aria-hidden />}
          title={describeError(error).title}
        />
      )}
      {leaving && (
        <p className={classes.text} role="status" style={{ marginBottom: 16 }}>
          {offered
            ? 'El cupo se ofrecerá a la siguiente persona y saldrás de la lista. ¿Lo dejas pasar?'
            : 'Perderás tu lugar en la lista. ¿Quieres salir?'}
        </p>
      )}
      <div className={classes.actions}>
        {leaving ? (
          <>
            <Button color="red" size="md" loading={salir.isPending} onClick={() => salir.mutate()}>
              {offered ? 'Sí, dejar pasar' : 'Sí, salir'}
            </Button>
            <Button variant="default" size="md" onClick={() => setLeaving(false)}>
              Volver
            </Button>
          </>
        ) : (
          <>
            {offered && (
              <Button size="md" loading={aceptar.isPending} onClick={() => aceptar.mutate()}>
                {cantidad === 1 ? 'Aceptar cupo' : `Aceptar ${cantidad} cupos`}
              </Button>
            )}
            <Button
              variant="default"
              size="md"
              disabled={aceptar.isPending}
              onClick={() => setLeaving(true)}
            >
              {offered ? 'Dejar pasar' : 'Salir de la lista'}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function useActs(codigo: string) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  // What stands now may be other than the page shows, also after a refusal.
  const look = () => queryClient.invalidateQueries(esperaQuery(codigo));
  const aceptar = useMutation({
    mutationFn: () => aceptarOferta(codigo),
    onSuccess: (reserva) => {
      queryClient.setQueryData(reservaQuery(reserva.codigo).queryKey, reserva);
      void navigate({ to: '/reservas/$codigo', params: { codigo: reserva.codigo } });
    },
    onSettled: look,
  });
  const salir = useMutation({ mutationFn: () => salirDeEspera(codigo), onSettled: look });
  return { aceptar, salir };
}
