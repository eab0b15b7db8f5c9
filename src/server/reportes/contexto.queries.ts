import { type RawBuilder, sql } from 'kysely';
import { dayStart, type Rango, type Tramo } from '../core/time.ts';

/** What a report is about: two ranges of local dates with their instants, and the months of the first. */
export type Contexto = {
  zone: string;
  /** The local date of now. */
  today: string;
  periodo: Rango;
  anterior: Rango;
  contra: string;
  tramo: Tramo;
  tramoAnterior: Tramo;
  /** Cut to the period, oldest first; `mes` is `YYYY-MM`. */
  meses: (Rango & { mes: string })[];
};

// Bounds stand in the text of the statement: one plan does not fit both a day and ten years, so each has its own.
const instante = (value: string) => sql`${sql.lit(value)}::timestamptz`;

/** Whether a column of instants lies in a stretch of time. */
export function within(column: string, { desde, antes }: Tramo): RawBuilder<boolean> {
  return sql`(${sql.ref(column)} >= ${instante(desde)} and ${sql.ref(column)} < ${instante(antes)})`;
}

/** The place, from 1, of the month of an instant among those of the period. */
export function monthIndex(column: string, { meses, zone }: Contexto): RawBuilder<number> {
  const starts = meses.map(({ desde }) => instante(dayStart(desde, zone)));
  return sql`width_bucket(${sql.ref(column)}, array[${sql.join(starts)}])`;
}

/** The same of the period and of the one before it: 0 is the whole of the latter. To be read where `ofBoth` holds. */
export function monthOfBoth(column: string, contexto: Contexto): RawBuilder<number> {
  return sql`case when ${within(column, contexto.tramo)} then ${monthIndex(column, contexto)} else 0 end`;
}

/** Whether a column of instants lies in the period or in the one before it. */
export function ofBoth(column: string, { tramo, tramoAnterior }: Contexto): RawBuilder<boolean> {
  return sql`(${within(column, tramo)} or ${within(column, tramoAnterior)})`;
}
