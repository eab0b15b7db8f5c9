import { formatPesos } from '#contract/money.ts';
import type { MiTaller } from '#contract/portal.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';

/** The time to pay for it ran out: its seats are no longer held. */
export function isExpired({ estado, venceEn }: MiTaller): boolean {
  return estado === 'PENDIENTE' && venceEn !== null && Date.parse(venceEn) <= Date.now();
}

/** How one's place in a workshop stands. */
export function TallerBadge({ taller }: { taller: MiTaller }) {
  const { anulado, terminado, estado, saldo, puestos } = taller;
  if (anulado) return <EstadoBadge tone="off">Anulado</EstadoBadge>;
  if (terminado && puestos.some(({ asistencia }) => asistencia === 'PRESENTE')) {
    return <EstadoBadge tone="ok">Asististe</EstadoBadge>;
  }
  if (isExpired(taller)) return <EstadoBadge tone="off">Reserva vencida</EstadoBadge>;
  if (saldo > 0) {
    const tone = estado === 'ABONADO' ? 'half' : 'warn';
    return <EstadoBadge tone={tone}>{`Falta pagar ${formatPesos(saldo)}`}</EstadoBadge>;
  }
  return <EstadoBadge tone="ok">Confirmado</EstadoBadge>;
}
