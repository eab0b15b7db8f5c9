import type { Inscripcion } from '#contract/ventas.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import { AnularModal } from '../ventas/AnularModal.tsx';
import { AsistentesModal } from '../ventas/AsistentesModal.tsx';
import { PagoModal } from '../ventas/PagoModal.tsx';
import { TrasladarModal } from '../ventas/TrasladarModal.tsx';

export type OpenDialog = {
  act: 'pago' | 'asistentes' | 'trasladar' | 'anular';
  inscripcion: Inscripcion;
};

type Props = { dialog: OpenDialog; onClose: () => void };

/** The dialog of the act chosen for one enrolment. */
export function InscripcionDialogs({ dialog: { act, inscripcion }, onClose }: Props) {
  const { id, cobroId, codigo, saldo, tallerId, cantidad, total, cliente } = inscripcion;
  const shared = { opened: true, onClose };
  switch (act) {
    case 'pago':
      return <PagoModal cobro={{ id: cobroId, codigo, saldo }} {...shared} />;
    case 'asistentes':
      return <AsistentesModal inscripcion={inscripcion} {...shared} />;
    case 'trasladar':
      return (
        <TrasladarModal
          linea={{
            id,
            tallerId,
            cantidad,
            total,
            quien: nombreCompleto(cliente),
          }}
          {...shared}
        />
      );
    case 'anular':
      return <AnularModal cobroId={cobroId} linea={{ tipo: 'TALLER', id }} {...shared} />;
  }
}
