import { sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';

export type Limites = { porSegundo: number | null; porHora: number | null };

/** Older groups can no longer count, even with a conversation that took its time. */
const FORGET_S = 10;
const BLOCK_S = 10;
/** Longer than any conversation: the end of a group that is older was never told. */
const LOST_S = 600;
/** A block counts from when its last message may have ended. */
const HOUR_S = 3_600 + BLOCK_S + 120;

const terminado = sql`coalesce(terminado_en, otorgado_en + make_interval(secs => ${sql.lit(LOST_S)}))`;

/**
 * Spends up to `wanted` of a sender's budget for messages that are handed over next. No sliding second holds more
 * than `porSegundo` of them and no sliding hour more than `porHora`, whoever sends: a group counts from its grant
 * until a second after its last message ended, so it counts at whatever moment in between the server saw it.
 * Grants of one sender wait for each other.
 * @returns how many were granted, and under which id their end is told.
 */
export async function grantRitmo(
  trx: Trx,
  remitente: string,
  trabajador: string,
  limites: Limites,
  wanted: number,
): Promise<{ id: number; cantidad: number } | undefined> {
  await sql`insert into email_remitente (clave) values (${remitente}) on conflict do nothing`.execute(
    trx,
  );
  await sql`select from email_remitente where clave = ${remitente} for update`.execute(trx);
  const { rows } = await sql<{ segundo: number; hora: number }>`
    select
      (select coalesce(sum(cantidad), 0)::int from email_ritmo
        where remitente = ${remitente}
          and ${terminado} > clock_timestamp() - interval '1 second') as segundo,
      (select coalesce(sum(cantidad), 0)::int from email_ritmo_hora
        where remitente = ${remitente}
          and bloque > clock_timestamp() - make_interval(secs => ${sql.lit(HOUR_S)})) as hora`.execute(
    trx,
  );
  const spent = rows[0] ?? { segundo: 0, hora: 0 };
  const cantidad = Math.min(
    wanted,
    (limites.porSegundo ?? Number.POSITIVE_INFINITY) - spent.segundo,
    (limites.porHora ?? Number.POSITIVE_INFINITY) - spent.hora,
  );
  if (cantidad <= 0) return undefined;
  const granted = await sql<{ id: number }>`
    with viejos as (
      delete from email_ritmo
      where remitente = ${remitente} and ${terminado} < clock_timestamp() - make_interval(secs => ${sql.lit(FORGET_S)})
    ), bloques as (
      delete from email_ritmo_hora
      where remitente = ${remitente}
        and bloque < clock_timestamp() - make_interval(secs => ${sql.lit(HOUR_S + FORGET_S)})
    ), hora as (
      insert into email_ritmo_hora (remitente, bloque, cantidad)
      values (${remitente}, date_bin(make_interval(secs => ${sql.lit(BLOCK_S)}), clock_timestamp(), 'epoch'), ${cantidad})
      on conflict (remitente, bloque) do update set cantidad = email_ritmo_hora.cantidad + excluded.cantidad
    )
    insert into email_ritmo (remitente, trabajador, cantidad, otorgado_en)
    values (${remitente}, ${trabajador}::uuid, ${cantidad}, clock_timestamp())
    returning id`.execute(trx);
  const id = granted.rows[0]?.id;
  if (id === undefined) throw new Error('an insert of one row returns it');
  return { id, cantidad };
}

/** Tells that all messages of these groups ended, the last of them by now. */
export async function finishRitmo(trx: Trx, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update email_ritmo set terminado_en = clock_timestamp() where id = any(${ids}::bigint[])`.execute(
    trx,
  );
}
