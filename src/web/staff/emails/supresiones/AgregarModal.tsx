import { Button, Text, TextInput } from '@mantine/core';
import { createSupresion } from '#contract/supresiones.ts';
import { useMutate } from '../../../api/queries.ts';
import { FormModal } from '../../../ui/FormModal.tsx';
import { EmailInput } from '../../../ui/form/EmailInput.tsx';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../../ui/form/useContractForm.ts';

type Props = { opened: boolean; onClose: () => void };

/** One address, by hand. */
export function AgregarModal({ opened, onClose }: Props) {
  return (
    <FormModal title="No escribir más a una dirección" opened={opened} onClose={onClose}>
      <AgregarForm onClose={onClose} />
    </FormModal>
  );
}

function AgregarForm({ onClose }: Pick<Props, 'onClose'>) {
  const crear = useMutate(createSupresion, {
    notifyError: false,
    done: ({ email }) => `No se escribirá más a ${email}.`,
  });
  const form = useContractForm({
    schema: createSupresion.body,
    initialValues: { email: '', detalle: '' },
    send: (body) => crear.mutateAsync({ body }),
    onDone: onClose,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      submitLabel="No escribirle más"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <Text>
        No recibirá ningún correo: ni novedades ni lo de sus compras. Lo que esté en cola para esa
        dirección se detiene ahora.
      </Text>
      <EmailInput label="Correo" required data-autofocus {...form.field('email')} />
      <TextInput
        label="Por qué"
        description="Opcional. Lo verá el equipo."
        maxLength={300}
        {...form.field('detalle')}
      />
    </FormFrame>
  );
}
