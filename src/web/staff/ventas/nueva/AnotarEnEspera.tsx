import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { joinEspera, MAX_CUPOS_ESPERA } from '#contract/espera.ts';
import { useMutate } from '../../../api/queries.ts';
import type { Item } from './item.ts';
import type { Venta } from './useVentaForm.ts';

type Props = { venta: Venta; item: Item; cantidad: number; onDone: () => void };

/** Puts the person on the waitlist of a full Taller, in place of the line. */
export function AnotarEnEspera({ venta, item, cantidad, onDone }: Props) {
  const navigate = useNavigate();
  const { persona, settlePersona, values, leave } = venta;
  const [settling, setSettling] = useState(false);
  const last = values.lineas.length === 1;
  const anotar = useMutate(joinEspera, {
    done: ({ cliente, lugar }) =>
      `${cliente.nombres} quedó en la lista de espera de «${item.titulo}»${lugar ? `, en el lugar ${lugar}` : ''}.`,
    onSuccess: () => {
      if (!last) return onDone();
      leave();
      void navigate({ to: '/app/talleres/$id', params: { id: String(item.id) } });
    },
  });
  if (cantidad > MAX_CUPOS_ESPERA) {
    return <Text size="sm">En la lista de espera se anotan hasta {MAX_CUPOS_ESPERA} cupos.</Text>;
  }
  if (!persona && values.persona.tipo !== 'NUEVA') {
    return <Text size="sm">Elige a la persona para anotarla en la lista de espera.</Text>;
  }
  async function join() {
    setSettling(true);
    try {
      const who = await settlePersona();
      if (who) anotar.mutate({ params: { id: item.id }, body: { clienteId: who.id, cantidad } });
    } finally {
      setSettling(false);
    }
  }
  return (
    <Button variant="default" loading={settling || anotar.isPending} onClick={() => void join()}>
      Anotar en lista de espera
    </Button>
  );
}
