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
