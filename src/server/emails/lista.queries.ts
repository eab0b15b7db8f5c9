import { type RawBuilder, sql } from 'kysely';
import type { EmailItem, FiltrosEmails, TipoEmail, TipoEvento } from '#contract/emails.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { searchPatterns } from '../core/text.ts';
import { addDays, dayStart } from '../core/time.ts';

export type Filtros = Omit<FiltrosEmails, 'limite' | 'cursor'>;

/** From so many people on, each message is asked whose it is, instead of each person for their messages. */
const MAX_PERSONAS = 2_000;
/** Fewer letters begin the name of nearly everyone. */
const MIN_NAME = 3;

type Condition = RawBuilder<unknown>;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** A word with what only addresses have: nobody's name. */
const isAddress = (q: string) => /^\S*[@._+\d]\S*$/.test(q);

/** Messages to an address that begins so or, as long as it reads like a name, to people of that name. */
async function searchCondition(db: Db, q: string): Promise<Condition> {
  const address = sql`e.email like ${`${escapeLike(q.toLowerCase())}%`}`;
  if (isAddress(q) || q.length < MIN_NAME) return address;
  const named = sql.join(
    searchPatterns(q).map((pattern) => sql`c.busqueda like ${pattern}`),
    sql` and `,
  );
  const { rows } = await sql<{ id: number }>`
    select c.id from cliente c where ${named} limit ${MAX_PERSONAS + 1}`.execute(db);
  const person =
    rows.length > MAX_PERSONAS
      ? sql`exists (select from cliente c where c.id = e.cliente_id and ${named})`
      : sql`e.cliente_id = any(${rows.map((row) => row.id)}::bigint[])`;
  return q.includes(' ') ? person : sql`(${address} or ${person})`;
}

/** Kept beside the message; a BAJA is told by what happened alone. */
const eventConditions: Record<TipoEvento, Condition> = {
  APERTURA: sql`e.abierto_en is not null`,
  CLIC: sql`e.clic_en is not null`,
  REBOTE: sql`e.rebotado_en is not null`,
  RECLAMO: sql`e.reclamado_en is not null`,
  BAJA: sql`exists (select from email_evento v where v.email_log_id = e.id and v.tipo = 'BAJA')`,
};

const among = (values: string[]) => sql`(${sql.join(values)})`;

/** Campaigns send one tipo each and are few: asked for by them, an index serves. */
async function tipoCondition(db: Db, tipo: TipoEmail[]): Promise<Condition> {
  const directo = sql`e.campana_id is null and e.tipo in ${among(tipo)}`;
  const { rows } = await sql<{ id: number }>`
    select id from campana where tipo in ${among(tipo)}`.execute(db);
  if (rows.length === 0) return directo;
  return sql`(e.campana_id = any(${rows.map((row) => row.id)}::bigint[]) or (${directo}))`;
}

/** What a list shows, as conditions on `e`. */
export type Busqueda = {
  condition: Condition;
  /** One of these also holds. Each is read in the order of an index of its own. */
  ramas: Condition[];
  /** Ordered by when they were made, for a period; by id otherwise, which is nearly the same. */
  porFecha: boolean;
};

/** The conditions of some filters; dates are local to the business. */
export async function busquedaDe(db: Db, filtros: Filtros, zone: string): Promise<Busqueda> {
  const { q, estado = [], tipo, automatico, evento, campana, cliente, desde, hasta } = filtros;
  const and: Condition[] = [];
  if (q) and.push(await searchCondition(db, q));
  if (tipo?.length) and.push(await tipoCondition(db, tipo));
  if (automatico?.length) and.push(sql`e.automatico in ${among(automatico)}`);
  if (evento) and.push(eventConditions[evento]);
  if (campana) and.push(sql`e.campana_id = ${campana}`);
  if (cliente) and.push(sql`e.cliente_id = ${cliente}`);
  if (desde) and.push(sql`e.creado_en >= ${dayStart(desde, zone)}::timestamptz`);
  if (hasta) and.push(sql`e.creado_en < ${dayStart(addDays(hasta, 1), zone)}::timestamptz`);
  const enUna = estado.length > 0 && estado.includes('ENVIADO');
  if (enUna) and.push(sql`e.estado in ${among(estado)}`);
  return {
    condition: and.length > 0 ? sql.join(and, sql` and `) : sql`true`,
    ramas: enUna || estado.length === 0 ? [sql`true`] : estado.map((one) => sql`e.estado = ${one}`),
    porFecha: desde !== undefined || hasta !== undefined,
  };
}

export type EmailRow = EmailItem & { comercial: boolean; reenvioDe: number | null };

/** The rows of emailItem, of the messages that `which` gives as `id`; the order is the caller's. */
export const selectItems = (which: Condition) => sql`
  select e.id, e.tipo, e.automatico, e.email, e.asunto, e.estado, e.intentos, e.disponible_en, e.enviado_en,
    e.respuesta, e.rebotado_en, e.reclamado_en, e.abierto_en, e.clic_en, e.creado_en, e.comercial, e.reenvio_de,
    e.referencia @> '{"prueba": true}' as prueba,
    case when k.id is not null then json_build_object('id', k.id, 'nombre', k.nombre) end as campana,
    case when c.id is not null
      then json_build_object('id', c.id, 'nombres', c.nombres, 'apellidos', c.apellidos) end as cliente
  from (${which}) cual
  join email_log e on e.id = cual.id
  left join campana k on k.id = e.campana_id
  left join cliente c on c.id = e.cliente_id`;

/** The last row seen; `at` only where the order is by date. */
export type Position = { at: string; id: number } | undefined;

/** The newest first. */
export async function selectEmails(
  db: Db | Trx,
  { condition, ramas, porFecha }: Busqueda,
  { before, limit }: { before: Position; limit: number },
): Promise<EmailRow[]> {
  const order = porFecha ? sql`creado_en desc, id desc` : sql`id desc`;
  const next = before
    ? porFecha
      ? sql`(e.creado_en, e.id) < (${before.at}::timestamptz, ${before.id}::bigint)`
      : sql`e.id < ${before.id}`
    : sql`true`;
  const branches = ramas.map(
    (rama) => sql`(select e.id, e.creado_en from email_log e
      where ${condition} and ${rama} and ${next} order by ${order} limit ${limit})`,
  );
  const which = sql`select id from (${sql.join(branches, sql` union all `)}) rama
    order by ${order} limit ${limit}`;
  const { rows } = await sql<EmailRow>`${selectItems(which)}
    order by ${porFecha ? sql`e.creado_en desc, ` : sql``} e.id desc`.execute(db);
  return rows;
}

/** How many match, counted up to a maximum. */
export async function countEmails(
  db: Db,
  { condition, ramas }: Busqueda,
  max: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from email_log e where ${condition} and (${sql.join(ramas, sql` or `)}) limit ${max}
    ) as una`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Those outside of campaigns that did not arrive, made since an instant, and not sent again. */
export async function selectFallidos(
  db: Db,
  since: string,
  limit: number,
): Promise<{ items: EmailRow[]; cantidad: number }> {
  const failed = sql`
    from email_log e
    where e.estado in ('FALLIDO', 'INCIERTO') and e.campana_id is null and e.creado_en >= ${since}::timestamptz
      and not e.referencia @> '{"prueba": true}'
      and not exists (select from email_log r where r.reenvio_de = e.id)`;
  const which = sql`select e.id ${failed} order by e.id desc limit ${limit}`;
  const { rows: items } = await sql<EmailRow>`${selectItems(which)} order by e.id desc`.execute(db);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${failed}`.execute(db);
  return { items, cantidad: rows[0]?.n ?? 0 };
}
