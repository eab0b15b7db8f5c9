import { sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';

/** The words a person agrees to, as they stand now. */
export function readTextoConsentimiento(db: Db | Trx) {
  return db
    .selectFrom('negocio')
    .select(['textoConsentimiento as texto', 'versionConsentimiento as version'])
    .executeTakeFirstOrThrow();
}

/** Whether a Cliente (`c` in the statement) may be sent promotional mail: they agree, and nothing stands against it. */
export const recibeNovedades = sql<boolean>`(c.email is not null and c.bloqueado_en is null
  and not exists (select from supresion s where s.email = c.email)
  and coalesce((
    select accion = 'OTORGADO' from consentimiento where cliente_id = c.id and not ajeno order by id desc limit 1
  ), false))`;
