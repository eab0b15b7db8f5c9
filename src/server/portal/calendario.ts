import { randomBytes } from 'node:crypto';
import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { nombreComuna } from '#contract/comunas.ts';
import { formatPesos } from '#contract/money.ts';
import { saldosDe } from '../cobros/cobros.policy.ts';
import type { MiTallerRow } from './misTalleres.queries.ts';

const HOUR_SECONDS = 3_600;

/** A secret that makes a calendar address of one's own. */
export function newCalendarioToken(): string {
  return randomBytes(24).toString('base64url');
}

export function calendarioUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/api/publico/calendario/${token}.ics`;
}

/** The text of an iCalendar (RFC 5545) with one event for each seat, in UTC. */
export function renderCalendario(
  rows: MiTallerRow[],
  { negocio, publicUrl }: { negocio: string; publicUrl: string },
): string {
  const calendar = ical({
    name: `Mis talleres · ${negocio}`,
    prodId: { company: 'TMM CRM', product: 'Portal', language: 'ES' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOUR_SECONDS,
  });
  for (const row of rows) calendar.createEvent(eventOf(row, publicUrl));
  return calendar.toString();
}

function eventOf(row: MiTallerRow, publicUrl: string): ICalEventData {
  const anulado = isAnulado(row);
  return {
    id: `taller-${row.tallerId}-${row.inscripcionId}@${new URL(publicUrl).hostname}`,
    sequence: sequenceOf(row),
    stamp: new Date(row.actualizadoEn),
    lastModified: new Date(row.actualizadoEn),
    start: new Date(row.iniciaEn),
    end: new Date(row.terminaEn),
    summary: anulado ? `Anulado: ${row.titulo}` : row.titulo,
    status: anulado ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: placeOf(row),
    description: descriptionOf(row),
    url: `${publicUrl}/mi/talleres/${row.inscripcionId}`,
  };
}

const isAnulado = (row: MiTallerRow) => row.tallerAnulado || row.estado === 'ANULADO';

/**
 * Never falls for the same event: the Taller's version and the movements of money only grow, and a line
 * comes back from being annulled only with a payment, which counts for two.
 */
function sequenceOf(row: MiTallerRow): number {
  return row.version + 2 * row.movimientos + (row.estado === 'ANULADO' ? 1 : 0);
}

function placeOf({ modalidad, lugar, direccion, comuna }: MiTallerRow): string {
  if (modalidad === 'EN_VIVO') return 'En vivo por internet';
  return [lugar, direccion, comuna && (nombreComuna(comuna) ?? comuna)].filter(Boolean).join(', ');
}

function descriptionOf(row: MiTallerRow): string {
  const { saldo } = saldosDe(row);
  const open = row.estado === 'PAGADO' && !isAnulado(row);
  return [
    `Referencia: ${row.codigo}`,
    row.cantidad === 1 ? '1 cupo' : `${row.cantidad} cupos`,
    row.tallerAnulado && 'El taller se anuló.',
    !row.tallerAnulado && row.estado === 'ANULADO' && 'Tu inscripción está anulada.',
    saldo > 0 && `Falta pagar ${formatPesos(saldo)}`,
    open && row.enlace && `Para conectarte: ${row.enlace}`,
  ]
    .filter(Boolean)
    .join('\n');
}
