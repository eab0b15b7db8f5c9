import { Button, Text, TextInput } from '@mantine/core';
import { ajuste, createMovimiento } from '#contract/productos.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { CantidadInput } from './CantidadInput.tsx';
import type { MovimientoModalProps } from './IngresoModal.tsx';
import { cifra, cuantosDisponibles, efectoDelConteo } from './palabras.ts';

/** What is really on the shelf. */
export function ConteoModal({ opened, onClose, producto }: MovimientoModalProps) {
  return (
    <FormModal title="Contar bodega" opened={opened} onClose={onClose}>
      <ConteoForm producto={producto} onClose={onClose} />
    </FormModal>
  );
}

function ConteoForm({ producto, onClose }: Omit<MovimientoModalProps, 'opened'>) {
  const { id, stockActual, porEntregar, enBodega } = producto;
  const mover = useMutate(createMovimiento, {
    notifyError: false,
    done: ({ movimientoId, stockActual: hay }) =>
      movimientoId === null
        ? 'El conteo coincide: no hubo que ajustar nada.'
        : `Conteo registrado: hay ${cuantosDisponibles(hay)}.`,
  });
  const form = useContractForm({
    schema: ajuste,
    initialValues: { tipo: 'AJUSTE', motivo: 'Conteo de bodega' },
    send: (body) => mover.mutateAsync({ params: { id }, body }),
    onDone: onClose,
    guard: false,
  });
  const contados = form.form.values.enBodega;
  // Once the field says why not, it is not said twice.
  const told = form.form.errors.enBodega !== undefined;
  const efecto =
    typeof contados === 'number' && !told ? efectoDelConteo(contados, producto) : undefined;
  return (
    <FormFrame
      form={form}
      submitLabel="Guardar conteo"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <Text>
        Debería haber <b>{cifra(enBodega)}</b> en la bodega: {cuantosDisponibles(stockActual)} y{' '}
        {cifra(porEntregar)} por entregar. Cuenta todo lo que hay, también lo apartado.
      </Text>
      <CantidadInput label="Cuántos contaste" required data-autofocus {...form.field('enBodega')} />
      <TextInput label="Motivo" required autoComplete="off" {...form.field('motivo')} />
      <Text role="status" mih={24} c={efecto?.malo ? 'red' : undefined}>
        {efecto?.texto}
      </Text>
    </FormFrame>
  );
}
