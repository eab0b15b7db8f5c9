import { Button, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { anularCobro } from '#contract/cobros.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';

type Props<A> = {
  title: string;
  opened: boolean;
  onClose: () => void;
  /** Exactly what will happen. */
  children: ReactNode;
  submitLabel: string;
  motivoLabel?: string;
  send: (motivo: string) => Promise<A>;
  onDone?: (answer: A) => void;
};

/** An act that cannot be taken back: says what will happen and asks why. */
export function MotivoModal<A>({ title, opened, onClose, ...rest }: Props<A>) {
  return (
    <FormModal title={title} opened={opened} onClose={onClose}>
      <MotivoForm onClose={onClose} {...rest} />
    </FormModal>
  );
}

type FormProps<A> = Omit<Props<A>, 'title' | 'opened'>;

function MotivoForm<A>(props: FormProps<A>) {
  const { children, submitLabel, motivoLabel = 'Motivo', send, onDone, onClose } = props;
  const form = useContractForm({
    schema: anularCobro.body,
    initialValues: { motivo: '' },
    send: ({ motivo }) => send(motivo),
    onDone: onDone ?? onClose,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      danger
      submitLabel={submitLabel}
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Volver
        </Button>
      }
    >
      {children}
      <Textarea
        label={motivoLabel}
        description="Queda guardado en el historial."
        required
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        {...form.field('motivo')}
      />
    </FormFrame>
  );
}
