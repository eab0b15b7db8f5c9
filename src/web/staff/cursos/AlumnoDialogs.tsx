import { List } from '@mantine/core';
import type { InscripcionCurso } from '#contract/cursos.ts';
import { formatPesos } from '#contract/money.ts';
import { anularInscripcionCurso } from '#contract/ventas.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { MotivoModal } from '../ventas/MotivoModal.tsx';
import { CambiarAccesoForm } from './CambiarAccesoForm.tsx';

export type DialogoAlumno = { act: 'acceso' | 'anular'; inscripcion: InscripcionCurso };

type Props = { dialog: DialogoAlumno | undefined; onClose: () => void };

/** What is done to one student's access. */
export function AlumnoDialogs({ dialog, onClose }: Props) {
  const anular = useMutate(anularInscripcionCurso, { notifyError: false, done: 'Acceso anulado.' });
  if (!dialog) return null;
  const { act, inscripcion } = dialog;
  const { cliente, id, codigo, total } = inscripcion;
  const name = `${cliente.nombres} ${cliente.apellidos}`.trim();
  if (act === 'acceso') {
    return (
      <FormModal title={`Acceso de ${name}`} opened onClose={onClose}>
        <CambiarAccesoForm inscripcion={inscripcion} onClose={onClose} />
      </FormModal>
    );
  }
  return (
    <MotivoModal
      title="Anular acceso"
      opened
      onClose={onClose}
      submitLabel="Anular acceso"
      send={(motivo) => anular.mutateAsync({ params: { id }, body: { motivo } })}
    >
      <List spacing={4}>
        <List.Item>{name} deja de ver las lecciones de inmediato. Su avance se conserva.</List.Item>
        {total > 0 && (
          <List.Item>
            La venta {codigo} baja en {formatPesos(total)}; lo que ya esté pagado de más queda por
            devolver.
          </List.Item>
        )}
        <List.Item>No se puede deshacer: para volver a darlo se hace una venta nueva.</List.Item>
      </List>
    </MotivoModal>
  );
}
