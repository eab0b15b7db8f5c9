import { sql } from 'kysely';
import type { MotivoDuplicado } from '#contract/duplicados.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Fila } from './datos.policy.ts';

/** Takes out, whole, all pairs of a Cliente. */
export async function takeOutPares(trx: Trx, clienteId: number): Promise<Fila[]> {
  const { rows } = await sql<{ fila: Fila }>`
    delete from duplicado d where cliente_a = ${clienteId} or cliente_b = ${clienteId}
    returning to_jsonb(d) as fila`.execute(trx);
  return rows.map((row) => row.fila);
}

export type Par = {
  a: number;
  b: number;
  motivos: MotivoDuplicado[];
  confianza: number;
};
export type FiltroPares = { motivo?: MotivoDuplicado[] | undefined; cliente?: number | undefined };
type After = { confianza: number; a: number; b: number };

const filtered = ({ motivo, cliente }: FiltroPares) => sql`descartado_en is null
  and ${motivo?.length ? sql`motivos && ${motivo}::text[]` : sql`true`}
  and ${cliente ? sql`(cliente_a = ${cliente} or cliente_b = ${cliente})` : sql`true`}`;

/** Pairs that nobody looked at yet, the surest first, after the last one seen. */
export async function selectPares(
  db: Db,
  filtro: FiltroPares,
  page: { after: After | undefined; limit: number },
): Promise<Par[]> {
  const { after, limit } = page;
  const later = after
    ? sql`and (confianza < ${after.confianza}
        or (confianza = ${after.confianza} and (cliente_a, cliente_b) > (${after.a}::bigint, ${after.b}::bigint)))
        and confianza <= ${after.confianza}`
    : sql``;
  const { rows } = await sql<Par>`
    select cliente_a as a, cliente_b as b, motivos, confianza from duplicado
    where ${filtered(filtro)} ${later}
    order by confianza desc, cliente_a, cliente_b limit ${limit}`.execute(db);
  return rows;
}

export async function countPares(db: Db, filtro: FiltroPares, max: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from duplicado where ${filtered(filtro)} limit ${max}) d`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Says that two are different people, whether anyone took them for one or not. */
export async function writeDescarte(
  trx: Trx,
  par: { a: number; b: number; por: string | null; now: string },
): Promise<void> {
  await sql`
    insert into duplicado (cliente_a, cliente_b, motivos, confianza, descartado_en, descartado_por)
    values (${Math.min(par.a, par.b)}, ${Math.max(par.a, par.b)}, '{}', 1, ${par.now}::timestamptz, ${par.por}::uuid)
    on conflict (cliente_a, cliente_b) do update
      set descartado_en = excluded.descartado_en, descartado_por = excluded.descartado_por
      where duplicado.descartado_en is null`.execute(trx);
}
