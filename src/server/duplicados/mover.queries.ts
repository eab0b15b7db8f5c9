import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import type { Clave, Fila, Pareja } from './datos.policy.ts';
import type { Tabla } from './tablas.policy.ts';

/** Takes out, of both, the rows of which one person can only have one, and returns them whole. */
export async function takeOutRepeated(
  trx: Trx,
  { tabla, columna, clave, unica }: Tabla,
  { principalId, absorbidoId }: Pareja,
): Promise<Fila[]> {
  if (!unica) return [];
  const { por, donde = 'true', mejor = 'true' } = unica;
  const { rows } = await sql<{ fila: Fila }>`
    with orden as (
      select ${sql.ref(columna)} as de, ${sql.ref(clave)} as clave, row_number() over (
        partition by ${sql.raw(por.join(', ') || 'true')}
        order by ${sql.raw(mejor)}, ${sql.ref(columna)} = ${principalId}::bigint desc) as lugar
      from ${sql.table(tabla)} where ${sql.ref(columna)} in (${principalId}, ${absorbidoId}) and ${sql.raw(donde)}
    )
    delete from ${sql.table(tabla)} t using orden o
    where o.lugar > 1 and ${sql.ref(`t.${columna}`)} = o.de and ${sql.ref(`t.${clave}`)} = o.clave
    returning to_jsonb(t) as fila`.execute(trx);
  return rows.map((row) => row.fila);
}

/** Gives all rows of one Cliente to another; `claves` narrows it to some. Returns which moved. */
export async function moveRows(
  trx: Trx,
  { tabla, columna, clave }: Tabla,
  { de, a, claves }: { de: number; a: number; claves?: Clave[] },
): Promise<Clave[]> {
  const some = claves
    ? sql`and ${sql.ref(clave)}::text = any(${claves.map(String)}::text[])`
    : sql``;
  const { rows } = await sql<{ clave: Clave }>`
    update ${sql.table(tabla)} set ${sql.ref(columna)} = ${a}
    where ${sql.ref(columna)} = ${de} ${some}
    returning ${sql.ref(clave)} as clave`.execute(trx);
  return rows.map((row) => row.clave);
}

async function columnsOf(trx: Trx, tabla: string): Promise<Set<string>> {
  const { rows } = await sql<{ nombre: string }>`
    select attname as nombre from pg_attribute
    where attrelid = ${tabla}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    trx,
  );
  return new Set(rows.map((row) => row.nombre));
}

/** Puts rows back as they were; not those whose place is taken by now, or whose `exige` is gone. */
export async function putBack(
  trx: Trx,
  tabla: string,
  filas: Fila[],
  exige: Record<string, string> = {},
): Promise<void> {
  const [first] = filas;
  if (!first) return;
  const present = await columnsOf(trx, tabla);
  const columns = Object.keys(first).filter((name) => present.has(name));
  const list = sql.join(columns.map((name) => sql.ref(name)));
  const needs: RawBuilder<unknown>[] = Object.entries(exige).map(
    ([column, table]) => sql`and (${sql.ref(`r.${column}`)} is null
      or exists (select from ${sql.table(table)} x where x.id = ${sql.ref(`r.${column}`)}))`,
  );
  await sql`
    insert into ${sql.table(tabla)} (${list}) overriding system value
    select ${list} from jsonb_populate_recordset(null::${sql.table(tabla)}, ${JSON.stringify(filas)}::jsonb) r
    where true ${sql.join(needs, sql` `)}
    on conflict do nothing`.execute(trx);
}

/** Writes these columns of a Cliente as they are in a row that was kept. */
export async function writeCliente(trx: Trx, id: number, fila: Fila): Promise<void> {
  const list = sql.join(Object.keys(fila).map((name) => sql.ref(name)));
  await sql`
    update cliente set (${list}) = (
      select ${list} from jsonb_populate_record(null::cliente, ${JSON.stringify(fila)}::jsonb)
    ) where id = ${id}`.execute(trx);
}
