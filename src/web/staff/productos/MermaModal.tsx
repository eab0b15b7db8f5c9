import { Button, Text, TextInput } from '@mantine/core';
import { createMovimiento, merma } from '#contract/productos.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { CantidadInput } from './CantidadInput.tsx';
import type { MovimientoModalProps } from './IngresoModal.tsx';
import { cuantosDisponibles, quedaran } from './palabras.ts';

/** What broke, was lost or was given away. */
export function MermaModal({ opened, onClose, producto }: MovimientoModalProps) {
  return (
    <FormModal title="Registrar merma" opened={opened} onClose={onClose}>
      <MermaForm producto={producto} onClose={onClose} />
    </FormModal>
  );
}

function MermaForm({ producto, onClose }: Omit<MovimientoModalProps, 'opened'>) {
  const { id, stockActual } = producto;
  const mover = useMutate(createMovimiento, {
    notifyError: false,
    done: (now) => `Merma registrada: hay ${cuantosDisponibles(now.stockActual)}.`,
  });
  const form = useContractForm({
    schema: merma,
    initialValues: { tipo: 'MERMA', motivo: '' },
    send: (body) => mover.mutateAsync({ params: { id }, body }),
    onDone: onClose,
    guard: false,
  });
  const { cantidad } = form.form.values;
  return (
    <FormFrame
      form={form}
      danger
      submitLabel="Registrar merma"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <CantidadInput
        label="Cuántos se perdieron"
        required
        data-autofocus
        min={1}
        {...form.field('cantidad')}
      />
      <TextInput
        label="Qué pasó"
        description="Se rompieron, se regalaron, vencieron…"
        required
        autoComplete="off"
        {...form.field('motivo')}
      />
      <Text role="status" mih={24} c={cantidad && cantidad > stockActual ? 'red' : undefined}>
        {cantidad ? efecto(cantidad, stockActual) : ''}
      </Text>
    </FormFrame>
  );
}

function efecto(cantidad: number, stockActual: number): string {
  return cantidad > stockActual
    ? `Solo hay ${cuantosDisponibles(stockActual)}: no se puede perder más que eso.`
    : `Hoy hay ${stockActual}: ${quedaran(stockActual - cantidad)}.`;
}
