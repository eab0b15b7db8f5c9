import { Button, Text, Textarea } from '@mantine/core';
import { setEntrega } from '#contract/productos.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';

type Venta = { id: number; titulo: string; cantidad: number };
type Props = {
  venta: Venta;
  entrega: 'ENTREGADO' | 'ENVIADO';
  opened: boolean;
  onClose: () => void;
};

const words = {
  ENTREGADO: {
    title: 'Marcar entregado',
    note: 'Nota',
    help: 'Si quieres: quién lo recibió, o dónde.',
    done: 'Kit entregado.',
  },
  ENVIADO: {
    title: 'Marcar enviado',
    note: 'Número de seguimiento o nota',
    help: 'La persona lo ve en su compra: empresa de despacho y número.',
    done: 'Kit enviado.',
  },
} as const;

/** Says that a kit was handed over, or sent with its tracking number. */
export function EntregaModal({ opened, onClose, ...rest }: Props) {
  return (
    <FormModal title={words[rest.entrega].title} opened={opened} onClose={onClose}>
      <EntregaForm onClose={onClose} {...rest} />
    </FormModal>
  );
}

function EntregaForm({ venta, entrega, onClose }: Omit<Props, 'opened'>) {
  const { title, note, help, done } = words[entrega];
  const guardar = useMutate(setEntrega, { notifyError: false, done });
  const form = useContractForm({
    schema: setEntrega.body,
    initialValues: { entrega, nota: '' },
    send: (body) => guardar.mutateAsync({ params: { id: venta.id }, body }),
    onDone: onClose,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      submitLabel={title}
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <Text>
        {venta.cantidad === 1 ? '1 unidad' : `${venta.cantidad} unidades`} de «{venta.titulo}».
      </Text>
      <Textarea
        label={note}
        description={help}
        data-autofocus
        autosize
        minRows={2}
        maxRows={5}
        {...form.field('nota')}
      />
    </FormFrame>
  );
}
