import { Button } from '@mantine/core';
import { IconCheck, IconTruckDelivery } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { setEntrega, type VentaProducto } from '#contract/productos.ts';
import { useMutate } from '../../api/queries.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import classes from './producto.module.css';

// Forms weigh, and Inicio shows these buttons: fetched when one is sent.
const EntregaModal = lazy(() =>
  import('../ventas/EntregaModal.tsx').then((module) => ({ default: module.EntregaModal })),
);

/** One tap says that a kit was handed over; a second way, that it was sent with its tracking number. */
export function EntregaAcciones({ venta }: { venta: VentaProducto }) {
  const { id, nombre, cantidad, cliente, entrega, puede } = venta;
  const [sending, setSending] = useState(false);
  const entregar = useMutate(setEntrega, {
    done: `Entregado a ${cliente.nombres}. Si fue un error, está en «Entregados».`,
  });
  const volver = useMutate(setEntrega, { done: 'El kit vuelve a estar por entregar.' });
  const set = (value: VentaProducto['entrega']) => ({
    params: { id },
    body: { entrega: value },
  });
  if (!puede.entregar) return null;
  const whose = `${nombre} de ${nombreCompleto(cliente)}`;
  if (entrega !== 'POR_ENTREGAR') {
    return (
      <Button
        variant="default"
        size="xs"
        loading={volver.isPending}
        onClick={() => volver.mutate(set('POR_ENTREGAR'))}
        aria-label={`Volver a por entregar: ${whose}`}
      >
        Volver a «por entregar»
      </Button>
    );
  }
  return (
    <div className={classes.acts}>
      <Button
        variant="light"
        size="xs"
        leftSection={<IconCheck size={16} aria-hidden />}
        loading={entregar.isPending}
        onClick={() => entregar.mutate(set('ENTREGADO'))}
        aria-label={`Entregado: ${whose}`}
      >
        Entregado
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTruckDelivery size={16} aria-hidden />}
        onClick={() => setSending(true)}
        aria-label={`Enviado: ${whose}`}
      >
        Enviado
      </Button>
      {sending && (
        <Suspense>
          <EntregaModal
            venta={{ id, titulo: nombre, cantidad }}
            entrega="ENVIADO"
            opened
            onClose={() => setSending(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
