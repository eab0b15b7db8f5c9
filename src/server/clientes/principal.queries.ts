import { sql } from 'kysely';

/** The record into which the one with that address was merged, as a row of its `id`; none for any other address. */
export const principalDe = (email: string) => sql<{ id: number }>`
  select principal_id as id from fusion where absorbido_email = ${email}`;

/** Whether the record with that address was merged into another. */
export const isAbsorbido = (email: string) =>
  sql<boolean>`exists (select from fusion where absorbido_email = ${email})`;

/** The id of the Cliente who has that address, or had it before they were merged into another; null of nobody. */
export const clienteDe = (email: string) => sql<number | null>`coalesce(
  (select id from cliente where email = ${email}), (${principalDe(email)}))`;
