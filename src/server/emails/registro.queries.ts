import { sql } from 'kysely';
import type { Email } from '#contract/emails.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { type EmailRow, selectItems } from './lista.queries.ts';
import type { Reenviable } from './reenvio.policy.ts';

export type UnEmail = EmailRow & { creadoPor: string | null };

/** One message as the record shows it. */
export async function selectEmail(db: Db | Trx, id: number): Promise<UnEmail | undefined> {
  const { rows } = await sql<UnEmail>`
    select item.*, usuario.name as creado_por
    from (${selectItems(sql`select ${id}::bigint as id`)}) item
    join email_log on email_log.id = item.id
    left join usuario on usuario.id = email_log.creado_por`.execute(db);
  return rows[0];
}

/** What a message is composed again from. */
export async function selectPorComponer(db: Db, id: number) {
  return db
    .selectFrom('emailLog')
    .select(['id', 'tipo', 'campanaId', 'automatico', 'comercial', 'email'])
    .select(['contenidoId', 'datos', 'enviadoEn', 'creadoEn'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What happened to it afterwards, in order. */
export function selectEventos(db: Db | Trx, emailId: number): Promise<Email['eventos']> {
  return db
    .selectFrom('emailEvento')
    .select(['tipo', 'url', 'detalle', 'maquina', 'creadoEn'])
    .where('emailLogId', '=', emailId)
    .orderBy('creadoEn')
    .orderBy('id')
    .limit(MAX_EVENTOS)
    .execute();
}

/** A link may be followed any number of times. */
const MAX_EVENTOS = 200;

/**
 * What decides whether it may be sent again. It goes to the address that the person has now; to the one it was
 * for, when they are no Cliente. A test of something promotional is promotional to who left.
 */
export async function selectReenviable(db: Db | Trx, id: number): Promise<Reenviable | undefined> {
  const { rows } = await sql<Reenviable>`
    select e.estado, e.comercial or e.tipo <> 'TRANSACCIONAL' as comercial, e.vence_en, destino.email as destino, s.motivo as supresion,
      (select r.id from email_log r where r.reenvio_de = e.id) as reenvio,
      c.bloqueado_en is not null or (e.cliente_id is null and exists (
        select from cliente b where b.email = e.email and b.bloqueado_en is not null
      )) as bloqueado,
      not e.comercial or e.tipo = 'TRANSACCIONAL' or coalesce((
        select k.accion from consentimiento k where k.cliente_id = e.cliente_id and not k.ajeno order by k.id desc limit 1
      ), 'RETIRADO') = 'OTORGADO' as consiente
    from email_log e
    left join cliente c on c.id = e.cliente_id
    cross join lateral (select case when c.id is null then e.email else c.email end as email) destino
    left join supresion s on s.email = destino.email
    where e.id = ${id}`.execute(db);
  return rows[0];
}

/** Makes the copy, without a campaign: a campaign has one message for each person. */
export async function insertReenvio(
  trx: Trx,
  id: number,
  { destino, usuarioId, now }: { destino: string; usuarioId: string | null; now: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into email_log (tipo, automatico, referencia, comercial, cliente_id, email, contenido_id, datos, asunto,
      vence_en, disponible_en, reenvio_de, creado_por, creado_en)
    select tipo, automatico, referencia, comercial, cliente_id, ${destino}, contenido_id, datos, asunto,
      vence_en, ${now}::timestamptz, id, ${usuarioId}::uuid, ${now}::timestamptz
    from email_log e where id = ${id}
    on conflict (reenvio_de) where reenvio_de is not null do nothing
    returning id`.execute(trx);
  return rows[0]?.id;
}

/** Takes back a message that nobody was handed yet; false when it no longer waits. */
export async function cancelQueued(trx: Trx, id: number): Promise<boolean> {
  const row = await trx
    .updateTable('emailLog')
    .set({ estado: 'CANCELADO', respuesta: 'Lo canceló el equipo.' })
    .where('id', '=', id)
    .where('estado', '=', 'EN_COLA')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** How many wait, how many made since an instant failed, and why nothing goes out, if nothing does. */
export async function selectBandeja(
  db: Db,
  since: string,
): Promise<{ enCola: number; fallidosHoy: number; problema: string | null }> {
  const { rows } = await sql<{ enCola: number; fallidosHoy: number; problema: string | null }>`
    select (select count(*)::int from email_log where estado = 'EN_COLA') as en_cola,
      (select count(*)::int from email_log
        where estado in ('FALLIDO', 'INCIERTO') and creado_en >= ${since}::timestamptz) as fallidos_hoy,
      envio_problema as problema
    from ajustes_correo`.execute(db);
  return rows[0] ?? { enCola: 0, fallidosHoy: 0, problema: null };
}
