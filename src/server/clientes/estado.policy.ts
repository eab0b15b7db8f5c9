import type { CausaEstado, EstadoCliente } from '#contract/clientes.ts';

type Automatic = Exclude<CausaEstado, 'CAPTURA' | 'MANUAL' | 'FUSION'>;

/**
 * The lifecycle of a Cliente: what each event makes of each estado; no entry, no change.
 * COMPRA_PENDIENTE: a sale not yet paid. COMPRA_CONFIRMADA: a line that is ABONADO or PAGADO.
 * COMPRA_ANULADA: the last confirmed purchase was annulled and fully refunded. LISTA_DE_ESPERA: asked for a seat
 * in a full Taller. INTERACCION: showed interest in a logged contact. ACTIVIDAD: any sign of
 * life. SIN_ACTIVIDAD: none for the months that the business set.
 */
const transitions: Record<Automatic, Partial<Record<EstadoCliente, EstadoCliente>>> = {
  COMPRA_PENDIENTE: { LEAD: 'PROSPECTO', INACTIVO: 'CLIENTE' },
  COMPRA_CONFIRMADA: { LEAD: 'CLIENTE', PROSPECTO: 'CLIENTE', INACTIVO: 'CLIENTE' },
  COMPRA_ANULADA: { CLIENTE: 'PROSPECTO', INACTIVO: 'PROSPECTO' },
  LISTA_DE_ESPERA: { LEAD: 'PROSPECTO', INACTIVO: 'CLIENTE' },
  INTERACCION: { LEAD: 'PROSPECTO', INACTIVO: 'CLIENTE' },
  ACTIVIDAD: { INACTIVO: 'CLIENTE' },
  SIN_ACTIVIDAD: { CLIENTE: 'INACTIVO' },
};

/** One step of the lifecycle, as its history tells it. */
export type Paso = { de: EstadoCliente | null; a: EstadoCliente; causa: CausaEstado };

/** The first steps of a person just captured, by what the capture was part of; the last one is the estado. */
export function stepsOfCapture(evento?: Automatic): [Paso, ...Paso[]] {
  const captured: Paso = { de: null, a: 'LEAD', causa: 'CAPTURA' };
  const a = evento && transitions[evento].LEAD;
  return a ? [captured, { de: 'LEAD', a, causa: evento }] : [captured];
}

/** What an event makes of each estado; those not named stay as they are. */
export function transitionsOf(causa: Automatic): Partial<Record<EstadoCliente, EstadoCliente>> {
  return transitions[causa];
}

const manual: Record<EstadoCliente, readonly ('PROSPECTO' | 'INACTIVO')[]> = {
  LEAD: ['PROSPECTO', 'INACTIVO'],
  PROSPECTO: ['INACTIVO'],
  CLIENTE: ['INACTIVO'],
  INACTIVO: ['PROSPECTO'],
};

/** The states that staff may set by hand, with a reason. */
export function manualEstados(estado: EstadoCliente): ('PROSPECTO' | 'INACTIVO')[] {
  return [...manual[estado]];
}

type Ciclo = { estado: EstadoCliente; convertidoEn: string | null };

/**
 * The estado of two records that turn out to be one person: CLIENTE when either is; who bought once and showed
 * interest in the other is CLIENTE again; PROSPECTO beats INACTIVO, and anything beats LEAD.
 */
export function mergedEstado(a: Ciclo, b: Ciclo): EstadoCliente {
  const has = (estado: EstadoCliente) => a.estado === estado || b.estado === estado;
  if (has('CLIENTE')) return 'CLIENTE';
  const inactivo = [a, b].find(({ estado }) => estado === 'INACTIVO');
  if (has('PROSPECTO')) return inactivo?.convertidoEn ? 'CLIENTE' : 'PROSPECTO';
  return inactivo ? 'INACTIVO' : 'LEAD';
}
