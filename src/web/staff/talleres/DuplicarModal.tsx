import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { duplicateTaller, type Taller } from '#contract/talleres.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { DateTimeInput } from '../../ui/form/DateTimeInput.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';

type Props = { taller: Taller; opened: boolean; onClose: () => void };

/** Copies a Taller to another date, as a draft without enrolments. */
export function DuplicarModal({ taller, opened, onClose }: Props) {
  return (
    <FormModal title="Duplicar a otra fecha" opened={opened} onClose={onClose}>
      <DuplicarForm taller={taller} onClose={onClose} />
    </FormModal>
  );
}

function DuplicarForm({ taller, onClose }: Pick<Props, 'taller' | 'onClose'>) {
  const navigate = useNavigate();
  const duplicar = useMutate(duplicateTaller, { notifyError: false, done: 'Borrador creado.' });
  const form = useContractForm({
    schema: duplicateTaller.body,
    initialValues: { iniciaEn: undefined },
    send: (body) => duplicar.mutateAsync({ params: { id: taller.id }, body }),
    onDone: ({ id }) => {
      onClose();
      void navigate({ to: '/app/talleres/$id', params: { id: String(id) } });
    },
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      submitLabel="Crear borrador"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Volver
        </Button>
      }
    >
      <Text>
        Se crea un borrador con los mismos datos, la misma duración y sin inscritos. Podrás
        revisarlo antes de publicar.
      </Text>
      <DateTimeInput
        label="Nueva fecha y hora de inicio"
        required
        zone={taller.zona}
        {...form.field('iniciaEn')}
      />
    </FormFrame>
  );
}
