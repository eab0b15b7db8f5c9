import { TZDate } from '@date-fns/tz';
import type { EstadoEmail } from '#contract/emails.ts';
import type { Db } from '../core/db/connect.ts';
import { type Destinatario, selectDestinatarios } from './exportar.queries.ts';

const PAGE = 1_000;

export const COLUMNAS = [
  'Nombres',
  'Apellidos',
  'Correo',
  'Estado',
  'Enviado',
  'Respuesta',
  'Rebotó',
  'Reclamó',
  'Se dio de baja',
  'Abrió',
  'Hizo clic',
];

const estados: Record<EstadoEmail, string> = {
  EN_COLA: 'En cola',
  TOMADO: 'Enviándose',
  ENVIADO: 'Enviado',
  LOCAL: 'Guardado aquí, no se envió',
  FALLIDO: 'Falló',
  SUPRIMIDO: 'Suprimido',
  CANCELADO: 'Cancelado',
  INCIERTO: 'No se sabe si llegó',
};

/** `2026-12-05 10:30` by the clock of the zone, which spreadsheets read as a moment. */
function moment(instant: string | null, zone: string): string | null {
  return (
    instant && new TZDate(Date.parse(instant), zone).toISOString().slice(0, 16).replace('T', ' ')
  );
}

function rowOf(one: Destinatario, zone: string): (string | null)[] {
  return [
    one.nombres,
    one.apellidos,
    one.email,
    estados[one.estado],
    moment(one.estado === 'ENVIADO' ? one.enviadoEn : null, zone),
    one.respuesta,
    moment(one.rebotadoEn, zone),
    moment(one.reclamadoEn, zone),
    moment(one.bajaEn, zone),
    moment(one.abiertoEn, zone),
    moment(one.clicEn, zone),
  ];
}

/** Each recipient of a campaign with what came of their message, a page of rows at a time; instants by the zone's clock. */
export async function* exportDestinatarios(
  db: Db,
  campanaId: number,
  zone: string,
): AsyncGenerator<(string | null)[][]> {
  for (let after = 0; ; ) {
    const rows = await selectDestinatarios(db, campanaId, { after, limit: PAGE });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => rowOf(row, zone));
    after = last.id;
  }
}
