import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import { persona } from './personas.queries.ts';
import { enough, senales } from './senales.queries.ts';

/** Forgets pairs, `d`, that have nothing in common any more; those that someone dismissed stay. */
export async function forgetPares(trx: Trx, which: RawBuilder<boolean>): Promise<void> {
  await sql`
    delete from duplicado d using (
      select d.cliente_a, d.cliente_b from duplicado d
      join lateral (${persona(sql`d.cliente_a`)}) x on true
      join lateral (${persona(sql`d.cliente_b`)}) y on true
      cross join lateral (${senales('x', 'y')}) s
      where ${which} and d.descartado_en is null and not (${enough})
    ) viejo
    where d.cliente_a = viejo.cliente_a and d.cliente_b = viejo.cliente_b`.execute(trx);
}

/** Writes pairs, rows of `a`, `b`, `motivos` and `confianza`; one that was dismissed stays so. */
export async function writePares(trx: Trx, pares: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into duplicado (cliente_a, cliente_b, motivos, confianza)
    select a, b, motivos, confianza from (${pares}) pares
    on conflict (cliente_a, cliente_b) do update set motivos = excluded.motivos, confianza = excluded.confianza
      where (duplicado.motivos, duplicado.confianza) is distinct from (excluded.motivos, excluded.confianza)`.execute(
    trx,
  );
}
