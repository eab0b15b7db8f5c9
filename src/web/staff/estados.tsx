import type { EstadoCliente } from '#contract/clientes.ts';
import type { EstadoPago } from '#contract/cobros.ts';
import type { EstadoTaller } from '#contract/talleres.ts';
import { EstadoBadge, type Tone } from '../ui/EstadoBadge.tsx';
import { nombresEstadoCliente, nombresEstadoPago, nombresEstadoTaller } from './nombres.ts';

const tonosCliente: Record<EstadoCliente, Tone> = {
  LEAD: 'neutral',
  PROSPECTO: 'info',
  CLIENTE: 'ok',
  INACTIVO: 'off',
};
const tonosPago: Record<EstadoPago, Tone> = {
  PENDIENTE: 'warn',
  ABONADO: 'half',
  PAGADO: 'ok',
  ANULADO: 'off',
};
const tonosTaller: Record<EstadoTaller, Tone> = {
  BORRADOR: 'neutral',
  PUBLICADO: 'ok',
  ANULADO: 'off',
};

export function EstadoClienteBadge({ estado }: { estado: EstadoCliente }) {
  return <EstadoBadge tone={tonosCliente[estado]}>{nombresEstadoCliente[estado]}</EstadoBadge>;
}

export function EstadoPagoBadge({ estado }: { estado: EstadoPago }) {
  return <EstadoBadge tone={tonosPago[estado]}>{nombresEstadoPago[estado]}</EstadoBadge>;
}

export function EstadoTallerBadge({ estado }: { estado: EstadoTaller }) {
  return <EstadoBadge tone={tonosTaller[estado]}>{nombresEstadoTaller[estado]}</EstadoBadge>;
}
