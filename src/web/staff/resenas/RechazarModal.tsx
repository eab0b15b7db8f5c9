import { Button, Text, Textarea } from '@mantine/core';
import { moderateResena, type Resena } from '#contract/resenas.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';

type Props = { resena: Resena; opened: boolean; onClose: () => void };

export function RechazarModal({ resena, opened, onClose }: Props) {
  return (
    <FormModal title="Rechazar reseña" opened={opened} onClose={onClose}>
      <RechazarForm resena={resena} onClose={onClose} />
    </FormModal>
  );
}

function RechazarForm({ resena: { id, version }, onClose }: Omit<Props, 'opened'>) {
  const rechazar = useMutate(moderateResena, { notifyError: false, done: 'Reseña rechazada.' });
  const form = useContractForm({
    schema: moderateResena.body,
    initialValues: { estado: 'RECHAZADA', motivo: '', version },
    send: (body) => rechazar.mutateAsync({ params: { id }, body }),
    onDone: onClose,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      danger
      submitLabel="Rechazar"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Volver
        </Button>
      }
    >
      <Text>No se mostrará en la página ni contará en el promedio. Puedes publicarla después.</Text>
      <Textarea
        label="Motivo"
        description="Solo lo ve el equipo."
        required
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={300}
        {...form.field('motivo')}
      />
    </FormFrame>
  );
}
