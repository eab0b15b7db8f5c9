import { Button, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { deleteSupresion } from '#contract/supresiones.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { FormFrame } from '../ui/form/FormFrame.tsx';
import { useContractForm } from '../ui/form/useContractForm.ts';

type Props = {
  title: string;
  /** What will happen. */
  children: ReactNode;
  label: string;
  description: string;
  submit: string;
  opened: boolean;
  onClose: () => void;
  send: (motivo: string) => Promise<unknown>;
};

const schema = deleteSupresion.body.pick({ motivo: true });

/** Asks why, in one line that is kept, before something is done. */
export function MotivoModal({ title, opened, onClose, ...rest }: Props) {
  return (
    <FormModal title={title} opened={opened} onClose={onClose}>
      <MotivoForm onClose={onClose} {...rest} />
    </FormModal>
  );
}

type FormProps = Omit<Props, 'title' | 'opened'>;

function MotivoForm({ children, label, description, submit, onClose, send }: FormProps) {
  const form = useContractForm({
    schema,
    initialValues: { motivo: '' },
    send: ({ motivo }) => send(motivo),
    onDone: onClose,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      submitLabel={submit}
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <Text>{children}</Text>
      <TextInput
        label={label}
        description={description}
        required
        maxLength={300}
        data-autofocus
        {...form.field('motivo')}
      />
    </FormFrame>
  );
}
