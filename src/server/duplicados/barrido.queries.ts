import { sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import { forgetPares, writePares } from './hallazgos.queries.ts';
import { MAX_GRUPO, persona, texto } from './personas.queries.ts';
import { enough, senales } from './senales.queries.ts';

/** The surest that are kept: nobody looks through more. */
const MAX_PARES = 100_000;

/** Groups of those who share these columns, of two to a bounded number. */
const shared = (columns: string) => sql`
  select ${sql.raw(columns)} from gente where (${sql.raw(columns)}) is not null
  group by ${sql.raw(columns)} having count(*) between 2 and ${sql.lit(MAX_GRUPO)}`;

/** Pairs of those who share these columns. */
const pairs = (columns: string, also = sql`true`) => sql`
  select a.id as a, b.id as b from gente a
  join (${shared(columns)}) g using (${sql.raw(columns)})
  join gente b using (${sql.raw(columns)})
  where a.id < b.id and ${also}`;

/**
 * Looks through all Clientes at once: each is put under the keys by which it could be someone else's double, and only
 * those who share a key are compared. For the night, as it takes a minute or two for a million.
 */
export async function sweepPares(trx: Trx): Promise<void> {
  await sql`set local statement_timeout = '20min'`.execute(trx);
  await sql`set local work_mem = '64MB'`.execute(trx);
  await forgetPares(trx, sql<boolean>`true`);
  await sql`
    create temp table gente on commit drop as
    select id, telefono, clave_email(email) as correo, clave_nombre(nombres, apellidos) as clave, comuna,
      case when nombres <> 'Sin nombre' then ${texto('c')} end as texto
    from cliente c`.execute(trx);
  await sql`analyze gente`.execute(trx);
  const near = sql`(a.comuna is null or b.comuna is null or a.comuna = b.comuna)`;
  await sql`
    create temp table candidato on commit drop as
    ${pairs('telefono')}
    union ${pairs('correo')}
    union ${pairs('clave, comuna', sql`similarity(a.texto, b.texto) >= 0.6`)}
    union ${pairs('texto', near)}`.execute(trx);
  await sql`analyze candidato`.execute(trx);
  await writePares(
    trx,
    sql`
    select k.a, k.b, s.motivos, s.confianza from candidato k
    join lateral (${persona(sql`k.a`)}) x on true
    join lateral (${persona(sql`k.b`)}) y on true
    cross join lateral (${senales('x', 'y')}) s
    where ${enough}
    order by s.confianza desc, k.a, k.b limit ${sql.lit(MAX_PARES)}`,
  );
}
