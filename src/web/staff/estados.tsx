import type { EstadoCliente } from '#contract/clientes.ts';
import type { EstadoPago } from '#contract/cobros.ts';
import type { AccesoEstado, EstadoCurso } from '#contract/cursos.ts';
import type { EstadoEmail } from '#contract/emails.ts';
import type { EstadoEspera } from '#contract/espera.ts';
import {
  nombresAcceso,
  nombresEntrega,
  nombresEstadoCliente,
  nombresEstadoCurso,
  nombresEstadoEmail,
  nombresEstadoEspera,
  nombresEstadoPago,
  nombresEstadoResena,
  nombresEstadoTaller,
} from '#contract/nombres.ts';
import type { Entrega } from '#contract/productos.ts';
import type { EstadoResena } from '#contract/resenas.ts';
import type { EstadoTaller } from '#contract/talleres.ts';
import { EstadoBadge, type Tone } from '../ui/EstadoBadge.tsx';

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
const tonosEntrega: Record<Entrega, Tone> = {
  POR_ENTREGAR: 'warn',
  ENTREGADO: 'ok',
  ENVIADO: 'info',
};
const tonosTaller: Record<EstadoTaller, Tone> = {
  BORRADOR: 'neutral',
  PUBLICADO: 'ok',
  ANULADO: 'off',
};

const tonosEspera: Record<EstadoEspera, Tone> = {
  ESPERANDO: 'neutral',
  OFRECIDA: 'info',
  ACEPTADA: 'ok',
  VENCIDA: 'off',
  RETIRADA: 'off',
  CERRADA: 'off',
};
const tonosCurso: Record<EstadoCurso, Tone> = { BORRADOR: 'neutral', PUBLICADO: 'ok' };
const tonosAcceso: Record<AccesoEstado, Tone> = {
  VIGENTE: 'ok',
  POR_PAGAR: 'warn',
  VENCIDO: 'neutral',
  ANULADO: 'off',
};

export function EstadoClienteBadge({ estado }: { estado: EstadoCliente }) {
  return <EstadoBadge tone={tonosCliente[estado]}>{nombresEstadoCliente[estado]}</EstadoBadge>;
}

export function EstadoPagoBadge({ estado }: { estado: EstadoPago }) {
  return <EstadoBadge tone={tonosPago[estado]}>{nombresEstadoPago[estado]}</EstadoBadge>;
}

export function EntregaBadge({ entrega }: { entrega: Entrega }) {
  return <EstadoBadge tone={tonosEntrega[entrega]}>{nombresEntrega[entrega]}</EstadoBadge>;
}

export function EstadoTallerBadge({ estado }: { estado: EstadoTaller }) {
  return <EstadoBadge tone={tonosTaller[estado]}>{nombresEstadoTaller[estado]}</EstadoBadge>;
}

export function EstadoEsperaBadge({ estado }: { estado: EstadoEspera }) {
  return <EstadoBadge tone={tonosEspera[estado]}>{nombresEstadoEspera[estado]}</EstadoBadge>;
}

export function EstadoCursoBadge({ estado }: { estado: EstadoCurso }) {
  return <EstadoBadge tone={tonosCurso[estado]}>{nombresEstadoCurso[estado]}</EstadoBadge>;
}

export function AccesoBadge({ acceso }: { acceso: AccesoEstado }) {
  return <EstadoBadge tone={tonosAcceso[acceso]}>{nombresAcceso[acceso]}</EstadoBadge>;
}

const tonosResena: Record<EstadoResena, Tone> = {
  PENDIENTE: 'warn',
  PUBLICADA: 'ok',
  RECHAZADA: 'off',
};

export function EstadoResenaBadge({ estado }: { estado: EstadoResena }) {
  return <EstadoBadge tone={tonosResena[estado]}>{nombresEstadoResena[estado]}</EstadoBadge>;
}

const tonosEmail: Record<EstadoEmail, Tone> = {
  EN_COLA: 'neutral',
  TOMADO: 'info',
  ENVIADO: 'ok',
  LOCAL: 'warn',
  FALLIDO: 'bad',
  SUPRIMIDO: 'off',
  CANCELADO: 'off',
  INCIERTO: 'warn',
};

export function EstadoEmailBadge({ estado }: { estado: EstadoEmail }) {
  return <EstadoBadge tone={tonosEmail[estado]}>{nombresEstadoEmail[estado]}</EstadoBadge>;
}
