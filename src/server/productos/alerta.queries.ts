import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';

/**
 * The assignments that every `update producto` which changes the stock or its minimum carries:
 * ``sql`update producto set stock_actual = ${stock}, ${alertaColumns(stock, now)} where …` ``.
 * The alert rings once when the stock falls to the minimum, and with its «seen» is forgotten when it rises above.
 * So `alerta_en` is set exactly while `stock_actual <= stock_minimo`.
 * @param stock what `stock_actual` becomes, in units; may name columns of the row as it was.
 * @param now ISO 8601 UTC.
 */
export function alertaColumns(stock: RawBuilder<number>, now: string): RawBuilder<unknown> {
  const bajo = sql`${stock} <= stock_minimo`;
  return sql`alerta_en = case when ${bajo} then coalesce(alerta_en, ${now}::timestamptz) end,
    alerta_vista_en = case when ${bajo} then alerta_vista_en end`;
}

/** Applies the rule after the Producto was created or its minimum changed. */
export async function reviewAlerta(trx: Trx, id: number, now: string): Promise<void> {
  await sql`
    update producto set ${alertaColumns(sql<number>`stock_actual`, now)} where id = ${id}`.execute(
    trx,
  );
}

/** @returns whether there was an alert that nobody had seen. */
export async function markAlertaSeen(trx: Trx, id: number, now: string): Promise<boolean> {
  const row = await trx
    .updateTable('producto')
    .set({ alertaVistaEn: now })
    .where('id', '=', id)
    .where('alertaEn', 'is not', null)
    .where('alertaVistaEn', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
