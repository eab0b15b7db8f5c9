import { sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import type { Fila, Pareja } from './datos.policy.ts';

const RESPUESTA = 'Se unió con otra ficha que ya recibe esta campaña.';

/**
 * Messages of a campaign that has one for both: that of who is taken in hangs from nobody from here on, so that no
 * person counts twice. One of them that waits is cancelled when the other is there. Returns each as it was.
 */
export async function looseRepeated(
  trx: Trx,
  { principalId, absorbidoId }: Pareja,
): Promise<Fila[]> {
  const { rows } = await sql<{ fila: Fila }>`
    with ambas as (
      select a.id as suelta, p.id as queda, p.estado = 'EN_COLA' and a.estado <> 'EN_COLA' as sobra
      from email_log a join email_log p on p.campana_id = a.campana_id and p.cliente_id = ${principalId}
      where a.cliente_id = ${absorbidoId}
    ), tocadas as materialized (
      select e.id, to_jsonb(e) as fila from email_log e
      where id in (select suelta from ambas union select queda from ambas where sobra) order by id for update
    ), cambio as (
      update email_log e set
        cliente_id = case when e.cliente_id = ${absorbidoId} then null else e.cliente_id end,
        estado = case when e.estado = 'EN_COLA' then 'CANCELADO' else e.estado end,
        respuesta = case when e.estado = 'EN_COLA' then ${RESPUESTA} else e.respuesta end
      from tocadas where e.id = tocadas.id
    )
    select fila from tocadas`.execute(trx);
  return rows.map((row) => row.fila);
}

/** Ties them again; one that was cancelled by it waits again while its campaign goes on. */
export async function tieAgain(trx: Trx, filas: Fila[]): Promise<void> {
  await sql`
    update email_log e set
      cliente_id = case when e.cliente_id is null then r.cliente_id else e.cliente_id end,
      estado = case when vuelve then r.estado else e.estado end,
      respuesta = case when vuelve then r.respuesta else e.respuesta end
    from jsonb_populate_recordset(null::email_log, ${JSON.stringify(filas)}::jsonb) r
      join email_log ahora on ahora.id = r.id
      cross join lateral (select r.estado = 'EN_COLA' and ahora.estado = 'CANCELADO'
        and ahora.respuesta = ${RESPUESTA} and exists (select from campana
          where campana.id = r.campana_id and campana.estado in ('PREPARANDO', 'ENVIANDO', 'PAUSADA')) as vuelve) v
    where e.id = r.id`.execute(trx);
}
