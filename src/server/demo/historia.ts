import type { CausaEstado, EstadoCliente } from '#contract/clientes.ts';
import { transitionsOf } from '../clientes/estado.policy.ts';
import type { ClienteRow } from './clientes.ts';
import { DAY, HOUR, iso, type Mundo } from './mundo.ts';

const INACTIVITY = 365 * DAY;

export type Evento = {
  en: number;
  causa:
    | 'COMPRA_PENDIENTE'
    | 'COMPRA_CONFIRMADA'
    | 'COMPRA_ANULADA'
    | 'LISTA_DE_ESPERA'
    | 'INTERACCION'
    | 'ACTIVIDAD';
  /** The Cobro it speaks of: an annulled purchase only counts when no other is confirmed. */
  cobroId?: number;
};

export type EstadoRow = {
  clienteId: number;
  de: EstadoCliente | null;
  a: EstadoCliente;
  causa: CausaEstado;
  motivo: string | null;
  usuarioId: string | null;
  creadoEn: string;
};

const motivos = {
  PROSPECTO: [
    'Preguntó por fechas y precios por WhatsApp.',
    'Pidió que le guardemos un cupo para el próximo mes.',
    'Vino a conocer el taller.',
  ],
  INACTIVO: ['Se fue a vivir fuera de Chile.', 'Pidió que no la llamemos más.'],
};

/** Lives a person's events in order by the rules of the lifecycle; sets estado and last activity. */
export function liveHistoria(mundo: Mundo, cliente: ClienteRow, eventos: Evento[]): EstadoRow[] {
  const rows: EstadoRow[] = [];
  const record = (
    a: EstadoCliente,
    causa: CausaEstado,
    en: number,
    motivo: string | null = null,
  ) => {
    rows.push({
      clienteId: cliente.id,
      de: rows.length === 0 ? null : cliente.estado,
      a,
      causa,
      motivo,
      usuarioId: causa === 'MANUAL' ? mundo.usuarioId : null,
      creadoEn: iso(en),
    });
    cliente.estado = a;
    if (a === 'CLIENTE') cliente.convertidoEn ??= iso(en);
    cliente.actualizadoEn = iso(en);
  };
  const apply = (causa: Evento['causa'] | 'SIN_ACTIVIDAD', en: number) => {
    const a = transitionsOf(causa)[cliente.estado];
    if (a) record(a, causa, en);
  };

  record('LEAD', 'CAPTURA', Date.parse(cliente.creadoEn));
  let last: number | undefined;
  const confirmed = new Set<number>();
  for (const { en, causa, cobroId } of eventos.sort((a, b) => a.en - b.en)) {
    if (last !== undefined && nightAfter(last) < en) apply('SIN_ACTIVIDAD', nightAfter(last));
    if (causa === 'COMPRA_CONFIRMADA' && cobroId) confirmed.add(cobroId);
    if (causa === 'COMPRA_ANULADA') {
      if (cobroId) confirmed.delete(cobroId);
      if (confirmed.size === 0) apply(causa, en);
      continue;
    }
    apply(causa, en);
    last = en;
  }
  if (last !== undefined && nightAfter(last) < mundo.hoy) apply('SIN_ACTIVIDAD', nightAfter(last));
  if (eventos.length === 0) byHand(mundo, cliente, record);
  cliente.ultimaActividadEn = last === undefined ? null : iso(last);
  return rows;
}

function nightAfter(last: number): number {
  return Math.ceil((last + INACTIVITY) / DAY) * DAY + 7 * HOUR;
}

function byHand(
  { random, hoy }: Mundo,
  cliente: ClienteRow,
  record: (a: EstadoCliente, causa: CausaEstado, en: number, motivo: string) => void,
): void {
  const en = Date.parse(cliente.creadoEn) + random.int(2, 200) * HOUR;
  if (en > hoy || !random.chance(0.11)) return;
  const a = random.chance(0.8) ? 'PROSPECTO' : 'INACTIVO';
  record(a, 'MANUAL', en, random.pick(motivos[a]));
}
