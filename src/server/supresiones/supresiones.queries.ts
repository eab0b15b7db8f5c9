import { sql } from 'kysely';
import type { MotivoSupresion, Supresion } from '#contract/supresiones.ts';
import type { Db, Trx } from '../core/db/connect.ts';

export type Filtros = { q?: string | undefined; motivo?: MotivoSupresion[] | undefined };

function filtered(db: Db | Trx, { q, motivo }: Filtros) {
  let query = db.selectFrom('supresion');
  if (q) {
    const part = q.toLowerCase().replace(/[\\%_]/g, '\\$&');
    query = query.where('supresion.email', 'like', `%${part}%`);
  }
  if (motivo?.length) query = query.where('supresion.motivo', 'in', motivo);
  return query;
}

function withNames(query: ReturnType<typeof filtered>) {
  return query
    .leftJoin('cliente as c', 'c.email', 'supresion.email')
    .leftJoin('usuario as u', 'u.id', 'supresion.creadoPor')
    .select([
      'supresion.id',
      'supresion.email',
      'supresion.motivo',
      'supresion.detalle',
      'supresion.emailLogId as emailId',
      'u.name as creadoPor',
      'supresion.creadoEn',
      sql<Supresion['cliente']>`case when c.id is not null then json_build_object(
        'id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos) end`.as('cliente'),
    ]);
}

/** The newest first; `before` is the last one seen. */
export function selectSupresiones(
  db: Db,
  filtros: Filtros,
  page: { before: { at: string; email: string } | undefined; limit: number },
): Promise<Supresion[]> {
  let query = withNames(filtered(db, filtros));
  const { before } = page;
  if (before) {
    query = query.where(
      sql<boolean>`supresion.creado_en <= ${before.at}::timestamptz
        and (supresion.creado_en < ${before.at}::timestamptz or supresion.email > ${before.email})`,
    );
  }
  return query
    .orderBy('supresion.creadoEn', 'desc')
    .orderBy('supresion.email')
    .limit(page.limit)
    .execute();
}

/** How many match, counted no further than `max`. */
export async function countSupresiones(db: Db, filtros: Filtros, max: number): Promise<number> {
  const row = await db
    .selectFrom(filtered(db, filtros).select('email').limit(max).as('una'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

export function selectSupresion(db: Db | Trx, email: string): Promise<Supresion | undefined> {
  return withNames(filtered(db, {}).where('supresion.email', '=', email)).executeTakeFirst();
}

/** Addresses after one, in their order. */
export function selectAfter(db: Db, email: string, limit: number) {
  return db
    .selectFrom('supresion')
    .select(['email', 'motivo', 'detalle', 'creadoEn'])
    .where('email', '>', email)
    .orderBy('email')
    .limit(limit)
    .execute();
}

export type NuevaSupresion = {
  email: string;
  motivo: MotivoSupresion;
  detalle?: string | null | undefined;
  emailLogId?: number | null | undefined;
  creadoPor: string | null;
  now: string;
};

/**
 * Holds the address until the end of the transaction. Only what stops all mail takes the place of a BAJA; nothing else
 * changes one that is there.
 */
export async function upsertSupresion(trx: Trx, nueva: NuevaSupresion): Promise<void> {
  const { email, motivo, detalle = null, emailLogId = null, creadoPor, now } = nueva;
  const stronger = sql`(supresion.motivo = 'BAJA' and excluded.motivo <> 'BAJA')`;
  await sql`
    insert into supresion (email, motivo, detalle, email_log_id, creado_por, creado_en)
    values (${email}, ${motivo}, ${detalle}, ${emailLogId}::bigint, ${creadoPor}::uuid, ${now}::timestamptz)
    on conflict (email) do update set
      motivo = case when ${stronger} then excluded.motivo else supresion.motivo end,
      detalle = case when ${stronger} then excluded.detalle else supresion.detalle end,
      email_log_id = case when ${stronger} then excluded.email_log_id else supresion.email_log_id end,
      creado_por = case when ${stronger} then excluded.creado_por else supresion.creado_por end,
      creado_en = case when ${stronger} then excluded.creado_en else supresion.creado_en end`.execute(
    trx,
  );
}

/**
 * Adds many at once. What stops all mail takes the place of a BAJA; nothing else changes one that is there.
 * @returns those for which it says more than before.
 */
export async function insertSupresiones(
  trx: Trx,
  emails: string[],
  rest: Omit<NuevaSupresion, 'email' | 'emailLogId'>,
): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    insert into supresion (email, motivo, detalle, creado_por, creado_en)
    select email, ${rest.motivo}, ${rest.detalle ?? null}, ${rest.creadoPor}::uuid, ${rest.now}::timestamptz
    from unnest(${emails}::text[]) as email order by email
    on conflict (email) do update set motivo = excluded.motivo, detalle = excluded.detalle, email_log_id = null,
      creado_por = excluded.creado_por, creado_en = excluded.creado_en
      where supresion.motivo = 'BAJA' and excluded.motivo <> 'BAJA'
    returning email`.execute(trx);
  return rows.map((row) => row.email);
}

/** Takes an address off the list. @returns what it said, if it was on it (for those reasons, when given). */
export async function deleteSupresionRow(trx: Trx, email: string, motivo?: MotivoSupresion) {
  let query = trx.deleteFrom('supresion').where('email', '=', email);
  if (motivo) query = query.where('motivo', '=', motivo);
  return query.returning(['motivo', 'detalle', 'creadoEn']).executeTakeFirst();
}

/** Those of the addresses to which something waits to be sent. */
export async function selectConCola(db: Db | Trx, emails: string[]): Promise<string[]> {
  if (emails.length === 0) return [];
  const rows = await db
    .selectFrom('emailLog')
    .select('email')
    .distinct()
    .where('email', 'in', emails)
    .where('estado', 'in', ['EN_COLA', 'TOMADO'])
    .execute();
  return rows.map((row) => row.email);
}

/** Those of the Clientes of these addresses whose last word was that they may be written to. */
export async function selectSuscritos(trx: Trx, emails: string[]) {
  const { rows } = await sql<{ id: number; email: string }>`
    select c.id, c.email from cliente c
    where c.email = any(${emails}::text[]) and coalesce((
      select accion = 'OTORGADO' from consentimiento where cliente_id = c.id and not ajeno order by id desc limit 1
    ), false)
    order by c.id for no key update of c`.execute(trx);
  return rows;
}
