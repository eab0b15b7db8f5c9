import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';

/** Cancels some of the messages that wait, of a campaign that was cancelled. @returns how many. */
export async function cancelGrupo(db: Db, campanaId: number, size: number): Promise<number> {
  const { rows } = await sql`
    with grupo as materialized (
      select id from email_log where campana_id = ${campanaId} and estado = 'EN_COLA'
      order by campana_id, disponible_en, id limit ${size} for update skip locked
    )
    update email_log e set estado = 'CANCELADO', respuesta = 'La campaña se canceló.'
    from grupo where e.id = grupo.id
    returning 1`.execute(db);
  return rows.length;
}
