import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';

/**
 * Whether an address must not get a message that someone of the school tries out: it is on the list, or whose it is
 * had the use of their data stopped. One of the team who left the news may still be shown what they are like.
 */
export async function isVetado(db: Db, email: string): Promise<boolean> {
  const { rows } = await sql<{ vetado: boolean }>`
    select exists (
      select from supresion s where s.email = ${email} and (s.motivo <> 'BAJA' or not exists (
        select from usuario u where u.email = s.email and u.activo and u.rol <> 'ALUMNO'))
    ) or exists (
      select from cliente c where c.email = ${email} and c.bloqueado_en is not null
    ) as vetado`.execute(db);
  return rows[0]?.vetado ?? false;
}
