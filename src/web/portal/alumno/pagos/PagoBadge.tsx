import type { MiCobro } from '#contract/portal.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';

export function PagoBadge({ cobro: { estado, vencida, total } }: { cobro: MiCobro }) {
  if (vencida) return <EstadoBadge tone="off">Vencida</EstadoBadge>;
  switch (estado) {
    case 'ANULADO':
      return <EstadoBadge tone="off">Anulada</EstadoBadge>;
    case 'PAGADO':
      return <EstadoBadge tone="ok">{total === 0 ? 'Confirmada' : 'Pagada'}</EstadoBadge>;
    case 'ABONADO':
      return <EstadoBadge tone="half">Abonada</EstadoBadge>;
    case 'PENDIENTE':
      return <EstadoBadge tone="warn">Por pagar</EstadoBadge>;
  }
}
