import type { EstadoEmail } from '#contract/emails.ts';
import type { Db } from '../core/db/connect.ts';
import type { Cell, Column } from '../core/http/table.ts';
import { type Destinatario, selectDestinatarios } from './exportar.queries.ts';

const PAGE = 1_000;

const text = (title: string): Column => ({ title, kind: 'text' });
const instant = (title: string): Column => ({ title, kind: 'instant' });

export const COLUMNAS: Column[] = [
  ...['Nombres', 'Apellidos', 'Correo', 'Estado'].map(text),
  instant('Enviado'),
  text('Respuesta'),
  ...['Rebotó', 'Reclamó', 'Se dio de baja', 'Abrió', 'Hizo clic'].map(instant),
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

function rowOf(one: Destinatario): Cell[] {
  return [
    one.nombres,
    one.apellidos,
    one.email,
    estados[one.estado],
    one.estado === 'ENVIADO' ? one.enviadoEn : null,
    one.respuesta,
    one.rebotadoEn,
    one.reclamadoEn,
    one.bajaEn,
    one.abiertoEn,
    one.clicEn,
  ];
}

/** Each recipient of a campaign with what came of their message, a page of rows at a time. */
export async function* exportDestinatarios(db: Db, campanaId: number): AsyncGenerator<Cell[][]> {
  for (let after = 0; ; ) {
    const rows = await selectDestinatarios(db, campanaId, { after, limit: PAGE });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(rowOf);
    after = last.id;
  }
}
