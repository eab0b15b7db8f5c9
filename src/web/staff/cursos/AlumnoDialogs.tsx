import type { InscripcionCurso } from '#contract/cursos.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { AnularModal } from '../ventas/AnularModal.tsx';
import { CambiarAccesoForm } from './CambiarAccesoForm.tsx';

export type DialogoAlumno = { act: 'acceso' | 'anular'; inscripcion: InscripcionCurso };

type Props = { dialog: DialogoAlumno | undefined; onClose: () => void };

/** What is done to one student's access. */
export function AlumnoDialogs({ dialog, onClose }: Props) {
  if (!dialog) return null;
  const { act, inscripcion } = dialog;
  const { cliente, id, cobroId } = inscripcion;
  if (act === 'anular') {
    return <AnularModal cobroId={cobroId} linea={{ tipo: 'CURSO', id }} opened onClose={onClose} />;
  }
  const name = nombreCompleto(cliente);
  return (
    <FormModal title={`Acceso de ${name}`} opened onClose={onClose}>
      <CambiarAccesoForm inscripcion={inscripcion} onClose={onClose} />
    </FormModal>
  );
}
