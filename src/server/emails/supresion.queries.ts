import { sql } from 'kysely';
import type { MotivoSupresion } from '#contract/supresiones.ts';
import type { Trx } from '../core/db/connect.ts';

export type NuevaSupresion = {
  motivo: MotivoSupresion;
  detalle?: string | null | undefined;
  /** The message that caused it. */
  emailLogId?: number | null | undefined;
  creadoPor: string | null;
  now: string;
};

/**
 * Writes to addresses no more, and holds them until the end of the transaction. Only what stops all mail takes the place
 * of a BAJA; nothing else changes one that is there.
 * @returns those for which it says more than before.
 */
export async function insertSupresiones(
  trx: Trx,
  emails: string[],
  { motivo, detalle = null, emailLogId = null, creadoPor, now }: NuevaSupresion,
): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    insert into supresion (email, motivo, detalle, email_log_id, creado_por, creado_en)
    select email, ${motivo}, ${detalle}, ${emailLogId}::bigint, ${creadoPor}::uuid, ${now}::timestamptz
    from unnest(${emails}::text[]) as email order by email
    on conflict (email) do update set motivo = excluded.motivo, detalle = excluded.detalle,
      email_log_id = excluded.email_log_id, creado_por = excluded.creado_por, creado_en = excluded.creado_en
      where supresion.motivo = 'BAJA' and excluded.motivo <> 'BAJA'
    returning email`.execute(trx);
  return rows.map((row) => row.email);
}
