import { type RawBuilder, sql } from 'kysely';
import type { Parecidos } from '#contract/duplicados.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { MIN_CONFIANZA, senales } from './confianza.policy.ts';

/** A group of alike people larger than this tells nothing: of a shared phone, or a name of thousands. */
const MAX_GRUPO = 50;

const texto = (alias: string) =>
  sql`trim(normalizar(${sql.raw(alias)}.nombres || ' ' || ${sql.raw(alias)}.apellidos))`;

type Looks = {
  /** Holds of `c`, each of them. */
  narrow: RawBuilder<boolean>;
  /** Also looks among all comunas for who has none: dear, for a few. */
  wide: boolean;
};

/**
 * Ids of those who may be the same as `x`, a row of people, as the body of a lateral: each look is one of an index,
 * and a bounded one.
 */
function candidatos({ narrow, wide }: Looks): RawBuilder<unknown> {
  const look = (where: RawBuilder<unknown>, max = MAX_GRUPO) => sql`
    (select c.id from cliente c where ${where} limit ${sql.lit(max)})`;
  const named = sql`clave_nombre(c.nombres, c.apellidos) = clave_nombre(x.nombres, x.apellidos)`;
  // Without a comuna only the very same names count.
  const same = sql`${texto('c')} = x.texto`;
  return sql`
    ${look(sql`c.telefono = x.telefono and ${narrow}`)}
    union ${look(sql`c.email is not null and clave_email(c.email) = clave_email(x.email) and ${narrow}`)}
    union ${look(sql`${named} and c.comuna = x.comuna and ${narrow}`, 4 * MAX_GRUPO)}
    union ${look(sql`${named} and c.comuna is null and ${same} and c.id <> x.id`)}
    ${wide ? sql`union ${look(sql`x.comuna is null and ${named} and ${same} and c.id <> x.id`)}` : sql``}`;
}

const people = sql`id, nombres, apellidos, email, telefono, rut, comuna, fecha_nacimiento`;
const persona = (id: RawBuilder<unknown>) =>
  sql`select ${people}, ${texto('c')} as texto from cliente c where c.id = ${id}`;

/**
 * Looks for whom some Clientes may be the same as, writes the pairs, and forgets those of theirs that no longer hold;
 * pairs that someone dismissed stay so. `all` when everyone is gone through: each then looks at later ids alone.
 */
export async function refreshPares(
  trx: Trx,
  ids: number[],
  { all }: { all: boolean },
): Promise<void> {
  const looks = {
    narrow: all ? sql<boolean>`c.id > x.id` : sql<boolean>`c.id <> x.id`,
    wide: !all,
  };
  const mine = all
    ? sql`d.cliente_a = any(${ids}::bigint[])`
    : sql`(d.cliente_a = any(${ids}::bigint[]) or d.cliente_b = any(${ids}::bigint[]))`;
  await sql`
    delete from duplicado d using (
      select d.cliente_a, d.cliente_b from duplicado d
      join lateral (${persona(sql`d.cliente_a`)}) x on true
      join lateral (${persona(sql`d.cliente_b`)}) y on true
      cross join lateral (${senales('x', 'y')}) s
      where ${mine} and d.descartado_en is null
        and (s.confianza < ${sql.lit(MIN_CONFIANZA)} or cardinality(s.motivos) = 0)
    ) viejo
    where d.cliente_a = viejo.cliente_a and d.cliente_b = viejo.cliente_b`.execute(trx);
  await sql`
    with gente as materialized (
      select ${people}, ${texto('c')} as texto from cliente c where id = any(${ids}::bigint[])
    ), pares as materialized (
      select distinct on (least(x.id, y.id), greatest(x.id, y.id))
        least(x.id, y.id) as a, greatest(x.id, y.id) as b, s.motivos, s.confianza
      from gente x
      cross join lateral (${candidatos(looks)}) otro
      join lateral (${persona(sql`otro.id`)}) y on true
      cross join lateral (${senales('x', 'y')}) s
      where s.confianza >= ${sql.lit(MIN_CONFIANZA)} and cardinality(s.motivos) > 0
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
      cross join lateral (
        ${candidatos({ narrow: sql<boolean>`true`, wide: true })}
        union (select c.id from cliente c where c.rut = x.rut)
      ) otro
      join lateral (${persona(sql`otro.id`)}) y on true
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
