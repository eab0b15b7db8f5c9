import { type RawBuilder, sql } from 'kysely';

/**
 * The assignments that every `update producto` which changes the stock or its minimum carries:
 * ``sql`update producto set stock_actual = ${stock}, ${alertaColumns(stock, now)} where …` ``.
 * The alert rings once when the stock falls to the minimum, and with its «seen» is forgotten when it rises above.
 * So `alerta_en` is set exactly while `stock_actual <= stock_minimo`.
 * @param stock what `stock_actual` becomes, in units; may name columns of the row as it was.
 * @param now ISO 8601 UTC.
 * @param minimo what `stock_minimo` becomes, when it changes too.
 */
export function alertaColumns(
  stock: RawBuilder<number>,
  now: string,
  minimo: RawBuilder<number> = sql`stock_minimo`,
): RawBuilder<unknown> {
  const bajo = sql`${stock} <= ${minimo}`;
  return sql`alerta_en = case when ${bajo} then coalesce(alerta_en, ${now}::timestamptz) end,
    alerta_vista_en = case when ${bajo} then alerta_vista_en end`;
}
