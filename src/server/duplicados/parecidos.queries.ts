import { type RawBuilder, sql } from 'kysely';
import type { Parecidos } from '#contract/duplicados.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { MIN_CONFIANZA, senales } from './confianza.policy.ts';

/** A group of alike people larger than this tells nothing: of a shared phone, or a name of thousands. */
const MAX_GRUPO = 50;

const texto = (alias: string) =>
  sql`trim(normalizar(${sql.raw(alias)}.nombres || ' ' || ${sql.raw(alias)}.apellidos))`;

/**
 * Ids of those who may be the same as `x`, a row of people, as the body of a lateral: each look is one of an index,
 * and a bounded one. `narrow` holds of `c`, each of them.
 */
function candidatos(narrow: RawBuilder<boolean>): RawBuilder<unknown> {
  const look = (where: RawBuilder<unknown>, max = MAX_GRUPO) => sql`
    (select c.id from cliente c where ${where} and ${narrow} limit ${sql.lit(max)})`;
  return sql`
    ${look(sql`c.telefono = x.telefono`)}
    union ${look(sql`c.rut = x.rut`)}
    union ${look(sql`c.email is not null and clave_email(c.email) = clave_email(x.email)`)}
    union ${look(
      sql`clave_nombre(c.nombres, c.apellidos) = clave_nombre(x.nombres, x.apellidos) and c.comuna = x.comuna`,
      4 * MAX_GRUPO,
    )}
    union ${look(
      sql`clave_nombre(c.nombres, c.apellidos) = clave_nombre(x.nombres, x.apellidos)
        and (x.comuna is null or c.comuna is null)`,
      4 * MAX_GRUPO,
    )}`;
}

const people = sql`id, nombres, apellidos, email, telefono, rut, comuna, fecha_nacimiento`;

/**
 * Looks for whom some Clientes may be the same as, writes the pairs, and forgets those that no longer hold; pairs that
 * someone dismissed stay so. `onlyLater` looks at later ids alone, when all are gone through.
 */
export async function refreshPares(
  trx: Trx,
  ids: number[],
  { onlyLater }: { onlyLater: boolean },
): Promise<void> {
  const narrow = onlyLater ? sql<boolean>`c.id > x.id` : sql<boolean>`c.id <> x.id`;
  const mine = onlyLater
    ? sql`d.cliente_a = any(${ids}::bigint[])`
    : sql`(d.cliente_a = any(${ids}::bigint[]) or d.cliente_b = any(${ids}::bigint[]))`;
  await sql`
    with gente as materialized (
      select ${people}, ${texto('c')} as texto from cliente c where id = any(${ids}::bigint[])
    ), pares as materialized (
      select distinct on (least(x.id, y.id), greatest(x.id, y.id))
        least(x.id, y.id) as a, greatest(x.id, y.id) as b, s.motivos, s.confianza
      from gente x
      cross join lateral (select distinct id from (${candidatos(narrow)}) i) otro
      join lateral (select ${people}, ${texto('c')} as texto from cliente c where c.id = otro.id) y on true
      cross join lateral (${senales('x', 'y')}) s
      where s.confianza >= ${sql.lit(MIN_CONFIANZA)} and cardinality(s.motivos) > 0
    ), viejos as (
      delete from duplicado d where ${mine} and descartado_en is null
        and not exists (select from pares p where p.a = d.cliente_a and p.b = d.cliente_b)
    )
    insert into duplicado (cliente_a, cliente_b, motivos, confianza)
    select a, b, motivos, confianza from pares
    on conflict (cliente_a, cliente_b) do update set motivos = excluded.motivos, confianza = excluded.confianza
      where (duplicado.motivos, duplicado.confianza) is distinct from (excluded.motivos, excluded.confianza)`.execute(
    trx,
  );
}

/** The next ids after one, in order. */
export async function selectIds(db: Db, after: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('cliente')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Those captured since an instant. */
export async function selectNuevos(db: Db, since: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('cliente')
    .select('id')
    .where('creadoEn', '>=', since)
    .orderBy('creadoEn', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export type Escrito = {
  nombres: string | null;
  apellidos: string | null;
  email: string | null;
  telefono: string | null;
  rut: string | null;
  comuna: string | null;
  excepto: number | null;
};

/** Who has the address that is typed, or had it before a merge; then who is like what is typed, the surest first. */
export async function selectParecidos(db: Db, escrito: Escrito, limit: number): Promise<Parecidos> {
  const { nombres, apellidos, email, telefono, rut, comuna, excepto } = escrito;
  const { rows } = await sql<Parecidos[number]>`
    with x as (
      select 0::bigint as id, ${nombres}::text as nombres, ${apellidos}::text as apellidos,
        ${email}::text as email, ${telefono}::text as telefono, ${rut}::text as rut, ${comuna}::text as comuna,
        null::date as fecha_nacimiento,
        trim(normalizar(coalesce(${nombres}::text, '') || ' ' || coalesce(${apellidos}::text, ''))) as texto
    ), exacto as (
      select id from cliente where email = ${email}
      union select principal_id from fusion where absorbido_email = ${email}
    ), todos as (
      select id, '{EMAIL}'::text[] as motivos, 100 as confianza from exacto
      union all
      select y.id, s.motivos, s.confianza
      from x
      cross join lateral (select distinct id from (${candidatos(sql<boolean>`true`)}) i) otro
      join lateral (select ${people}, ${texto('c')} as texto from cliente c where c.id = otro.id) y on true
      cross join lateral (${senales('x', 'y')}) s
      where y.id not in (select id from exacto)
        and s.confianza >= ${sql.lit(MIN_CONFIANZA)} and cardinality(s.motivos) > 0
    )
    select c.id, c.nombres, c.apellidos, c.email, c.telefono, c.comuna, t.motivos, t.confianza
    from todos t join cliente c on c.id = t.id
    where c.id is distinct from ${excepto}::bigint
    order by t.confianza desc, c.id limit ${limit}`.execute(db);
  return rows;
}
