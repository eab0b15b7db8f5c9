import { Button, Textarea } from '@mantine/core';
import { type Resena, replyResena } from '#contract/resenas.ts';
import { useMutate } from '../../api/queries.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';

type Props = { resena: Resena; onClose: () => void };

/** The school's answer, which shows under the review. */
export function RespuestaForm({ resena: { id, version, respuesta }, onClose }: Props) {
  const responder = useMutate(replyResena, {
    notifyError: false,
    done: (saved) => (saved.respuesta ? 'Respuesta guardada.' : 'Respuesta quitada.'),
  });
  const form = useContractForm({
    schema: replyResena.body,
    initialValues: { respuesta: respuesta ?? '', version },
    send: (body) => responder.mutateAsync({ params: { id }, body }),
    onDone: onClose,
  });
  return (
    <div style={{ marginTop: 12 }}>
      <FormFrame
        form={form}
        submitLabel="Guardar respuesta"
        cancel={
          <Button variant="subtle" onClick={onClose}>
            Volver
          </Button>
        }
      >
        <Textarea
          label="Respuesta"
          description={
            respuesta
              ? 'Se muestra debajo de la reseña. Déjala vacía para quitarla.'
              : 'Se muestra debajo de la reseña, a nombre de la escuela.'
          }
          autoFocus
          autosize
          minRows={3}
          maxRows={10}
          maxLength={2000}
          {...form.field('respuesta')}
        />
      </FormFrame>
    </div>
  );
}
