import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';

/**
 * Campaigns being sent of which nothing waits nor is in the hands of a sender. The order makes PostgreSQL look in the
 * indexes of what waits, however it misjudges how much does.
 */
export async function selectDone(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select c.id from campana c
    where c.estado = 'ENVIANDO'
      and not coalesce((select true from email_log e
        where e.campana_id = c.id and e.estado = 'EN_COLA'
        order by e.campana_id, e.disponible_en, e.id limit 1), false)
      and not coalesce((select true from email_log e
        where e.campana_id = c.id and e.estado = 'TOMADO'
        order by e.tomado_por limit 1), false)`.execute(db);
  return rows.map(({ id }) => id);
}
