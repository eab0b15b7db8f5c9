import { Button, Textarea } from '@mantine/core';
import { type InscripcionCurso, updateAcceso } from '#contract/cursos.ts';
import { useMutate } from '../../api/queries.ts';
import { DateInput } from '../../ui/form/DateInput.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { useMarca } from '../session.ts';
import { lastDay } from './lastDay.ts';

type Props = { inscripcion: InscripcionCurso; onClose: () => void };

/** Until when someone may watch: a day, or for ever. */
export function CambiarAccesoForm({ inscripcion, onClose }: Props) {
  const zone = useMarca()?.zonaNegocio ?? 'America/Santiago';
  const cambiar = useMutate(updateAcceso, { notifyError: false, done: 'Acceso cambiado.' });
  const { id, accesoHasta } = inscripcion;
  const form = useContractForm({
    schema: updateAcceso.body,
    initialValues: { accesoHasta: accesoHasta && lastDay(accesoHasta, zone), motivo: '' },
    send: (body) => cambiar.mutateAsync({ params: { id }, body }),
    onDone: onClose,
    guard: false,
  });
  return (
    <FormFrame
      form={form}
      submitLabel="Cambiar acceso"
      cancel={
        <Button variant="subtle" onClick={onClose}>
          Volver
        </Button>
      }
    >
      <DateInput
        label="Último día de acceso"
        description="Ese día todavía puede entrar. Vacío: para siempre."
        clearable
        {...form.field('accesoHasta')}
      />
      <Textarea
        label="Motivo"
        description="Queda guardado en el historial."
        required
        autosize
        minRows={2}
        maxRows={6}
        {...form.field('motivo')}
      />
    </FormFrame>
  );
}
