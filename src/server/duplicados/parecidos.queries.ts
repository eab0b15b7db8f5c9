import { type RawBuilder, sql } from 'kysely';
import type { Parecidos } from '#contract/duplicados.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { forgetPares, writePares } from './hallazgos.queries.ts';
import { MAX_GRUPO, people, persona, texto } from './personas.queries.ts';
import { enough, senales } from './senales.queries.ts';

const look = (where: RawBuilder<unknown>) =>
  sql`(select c.id from cliente c where ${where} and c.id <> x.id limit ${sql.lit(MAX_GRUPO)})`;
const named = sql`clave_nombre(c.nombres, c.apellidos) = clave_nombre(x.nombres, x.apellidos)`;
// Without a comuna only the very same names count.
const same = sql`${texto('c')} = x.texto`;
/**
 * Ids of those who may be the same as `x`, a row of people, as the body of a lateral: each look is one of an index,
 * and a bounded one.
 */
const candidatos = sql`
  ${look(sql`c.telefono = x.telefono`)}
  union ${look(sql`c.email is not null and clave_email(c.email) = clave_email(x.email)`)}
  union ${look(sql`${named} and c.comuna = x.comuna and similarity(${texto('c')}, x.texto) >= 0.6`)}
  union ${look(sql`${named} and c.comuna is null and ${same}`)}
  union ${look(sql`x.comuna is null and ${named} and ${same}`)}`;

/**
 * Looks for whom some Clientes may be the same as, writes the pairs, and forgets those of theirs that no longer hold;
 * pairs that someone dismissed stay so.
 */
export async function refreshPares(trx: Trx, ids: number[]): Promise<void> {
  await forgetPares(
    trx,
    sql<boolean>`(d.cliente_a = any(${ids}::bigint[]) or d.cliente_b = any(${ids}::bigint[]))`,
  );
  await writePares(
    trx,
    sql`
    with gente as materialized (
      select ${people}, ${texto('c')} as texto from cliente c where id = any(${ids}::bigint[])
    )
    select distinct on (least(x.id, y.id), greatest(x.id, y.id))
      least(x.id, y.id) as a, greatest(x.id, y.id) as b, s.motivos, s.confianza
    from gente x
    cross join lateral (${candidatos}) otro
    join lateral (${persona(sql`otro.id`)}) y on true
    cross join lateral (${senales('x', 'y')}) s
    where ${enough}`,
  );
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
        ${candidatos}
        union (select c.id from cliente c where c.rut = x.rut)
      ) otro
      join lateral (${persona(sql`otro.id`)}) y on true
      cross join lateral (${senales('x', 'y')}) s
      where y.id not in (select id from exacto)
        and ${enough}
    )
    select c.id, c.nombres, c.apellidos, c.email, c.telefono, c.comuna, t.motivos, t.confianza
    from todos t join cliente c on c.id = t.id
    where c.id is distinct from ${excepto}::bigint
    order by t.confianza desc, c.id limit ${limit}`.execute(db);
  return rows;
}
