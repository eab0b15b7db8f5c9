import { Button } from '@mantine/core';
import { type Interaccion, updateInteraccion } from '#contract/interacciones.ts';
import { useMutate } from '../../api/queries.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { borradorCampos, toBorrador, toCampos } from './borrador.ts';
import { InteraccionFields } from './InteraccionFields.tsx';

type Props = { interaccion: Interaccion; onClose: () => void };

export function CorregirInteraccion({ interaccion, onClose }: Props) {
  const { id, version, seguimiento } = interaccion;
  const done = Boolean(seguimiento?.hechoEn);
  const guardar = useMutate(updateInteraccion, { notifyError: false, done: 'Contacto guardado.' });
  const form = useContractForm({
    schema: borradorCampos,
    initialValues: toBorrador(interaccion),
    send: (borrador) => {
      const { seguimiento: next, ...rest } = toCampos(borrador);
      const body = { ...rest, version, ...(done ? {} : { seguimiento: next ?? null }) };
      return guardar.mutateAsync({ params: { id }, body });
    },
    onDone: onClose,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      pinned
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
      }
    >
      <InteraccionFields
        field={form.field}
        values={form.form.values}
        set={form.form.setValues}
        done={done}
      />
    </FormFrame>
  );
}
