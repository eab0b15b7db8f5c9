import { Button, Text, TextInput } from '@mantine/core';
import { createMovimiento, ingreso, type Producto } from '#contract/productos.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { CantidadInput } from './CantidadInput.tsx';
import { cuantosDisponibles, quedaran } from './palabras.ts';

export type MovimientoModalProps = { producto: Producto; opened: boolean; onClose: () => void };
type FormProps = Omit<MovimientoModalProps, 'opened'>;

/** What came in. */
export function IngresoModal({ opened, onClose, producto }: MovimientoModalProps) {
  return (
    <FormModal title="Ingresar stock" opened={opened} onClose={onClose}>
      <IngresoForm producto={producto} onClose={onClose} />
    </FormModal>
  );
}

function IngresoForm({ producto: { id, stockActual }, onClose }: FormProps) {
  const mover = useMutate(createMovimiento, {
    notifyError: false,
    done: (now) => `Ingreso registrado: hay ${cuantosDisponibles(now.stockActual)}.`,
  });
  const form = useContractForm({
    schema: ingreso,
    initialValues: { tipo: 'INGRESO', motivo: '' },
    send: (body) => mover.mutateAsync({ params: { id }, body }),
    onDone: onClose,
    guard: false,
  });
  const { cantidad } = form.form.values;
  return (
    <FormFrame
      form={form}
      submitLabel="Ingresar"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <CantidadInput
        label="Cuántos llegaron"
        required
        data-autofocus
        min={1}
        {...form.field('cantidad')}
      />
      <TextInput
        label="Motivo"
        description="Si quieres: la factura, o quién los hizo."
        autoComplete="off"
        {...form.field('motivo')}
      />
      <Text role="status" mih={24}>
        {cantidad ? `Hoy hay ${stockActual}: ${quedaran(stockActual + cantidad)}.` : ''}
      </Text>
    </FormFrame>
  );
}
