import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';

export type PorRecordar = {
  inscripcionId: number;
  clienteId: number;
  tallerId: number;
  iniciaEn: string;
  zona: string;
};

type Cuales = {
  automatico: 'RECORDATORIO_3_DIAS' | 'RECORDATORIO_1_DIA';
  /** Of the Taller, by the calendar of its own zone: `YYYY-MM-DD`. */
  fecha: string;
  /** Only those enrolled before this instant, where it is given. */
  inscritosAntesDe: string | null;
  now: string;
};

/**
 * Who has a seat in a Taller of that date and was not reminded of it: those who paid something, and those to whom
 * staff gave the seat without a date to pay by. A hold that may still run out has a mail of its own.
 */
export async function selectPorRecordar(
  db: Db,
  { automatico, fecha, inscritosAntesDe, now }: Cuales,
): Promise<PorRecordar[]> {
  // Zones are at most a day away from UTC: that much on each side, so that the index on inicia_en serves.
  const { rows } = await sql<PorRecordar>`
    select i.id as inscripcion_id, i.cliente_id, t.id as taller_id, t.inicia_en, t.zona
    from taller t
    join inscripcion i on i.taller_id = t.id and i.anulada_en is null
    join cobro c on c.id = i.cobro_id
    join cliente p on p.id = i.cliente_id
    where t.estado = 'PUBLICADO' and t.inicia_en > ${now}::timestamptz
      and t.inicia_en between ${fecha}::date - 1 and ${fecha}::date + 2
      and (t.inicia_en at time zone t.zona)::date = ${fecha}::date
      and (c.estado in ('ABONADO', 'PAGADO') or (c.estado = 'PENDIENTE' and c.vence_en is null))
      and (${inscritosAntesDe}::timestamptz is null or i.creado_en < ${inscritosAntesDe}::timestamptz)
      and p.email is not null and p.bloqueado_en is null
      and not exists (select from email_log e
        where e.clave = ${automatico}::text || ':' || i.id || ':' || t.id || ':' || ${fecha}::text)
    order by t.inicia_en, i.id`.execute(db);
  return rows;
}

/** Holds without payments that end soon and were given for longer than that, not warned of yet. */
export async function selectPorVencer(
  db: Db,
  { now, hasta, horas }: { now: string; hasta: string; horas: number },
): Promise<{ id: number; clienteId: number; venceEn: string }[]> {
  const { rows } = await sql<{ id: number; clienteId: number; venceEn: string }>`
    select c.id, c.cliente_id, c.vence_en
    from cobro c join cliente p on p.id = c.cliente_id
    where c.estado = 'PENDIENTE' and c.pagado = 0
      and c.vence_en > ${now}::timestamptz and c.vence_en <= ${hasta}::timestamptz
      and c.vence_en - c.creado_en > make_interval(hours => ${horas})
      and p.email is not null and p.bloqueado_en is null
      and not exists (select from email_log e where e.clave = 'RESERVA_POR_VENCER:' || c.id)
    order by c.vence_en, c.id`.execute(db);
  return rows;
}
