import { sql } from 'kysely';
import type { z } from 'zod';
import type { impedimento } from '#contract/duplicados.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Fila, Pareja } from './datos.policy.ts';

export type Impedimento = z.infer<typeof impedimento>;

/**
 * What keeps two from becoming one: seats that would be lost, as a person has one live Inscripcion in a Taller and one
 * seat on offer. Each with the sales where it is mended.
 */
export async function selectImpedimentos(
  db: Db | Trx,
  { principalId, absorbidoId }: Pareja,
): Promise<Impedimento[]> {
  const { rows } = await sql<Impedimento>`
    with uno as (select ${principalId}::bigint as id), otro as (select ${absorbidoId}::bigint as id),
    viva as (
      select i.cliente_id, i.taller_id, i.cobro_id from inscripcion i
      where i.cliente_id in (${principalId}, ${absorbidoId}) and i.anulada_en is null
    ), oferta as (
      select cliente_id, taller_id from espera
      where cliente_id in (${principalId}, ${absorbidoId}) and estado = 'OFRECIDA'
    )
    select format('Los dos están inscritos en «%s». Anula una de las dos inscripciones y vuelve a unirlos.', t.titulo) as mensaje,
      (select json_agg(json_build_object('id', c.id, 'codigo', c.codigo) order by c.id)
        from cobro c where c.id in (a.cobro_id, b.cobro_id)) as cobros
    from viva a join viva b using (taller_id) join taller t on t.id = a.taller_id
    where a.cliente_id = (select id from uno) and b.cliente_id = (select id from otro)
    union all
    select format('Uno está inscrito en «%s» y el otro tiene un cupo ofrecido ahí. Retíralo de la lista de espera y vuelve a unirlos.', t.titulo),
      (select json_agg(json_build_object('id', c.id, 'codigo', c.codigo)) from cobro c where c.id = v.cobro_id)
    from viva v join oferta o using (taller_id) join taller t on t.id = v.taller_id
    where v.cliente_id <> o.cliente_id
    union all
    select format('Los dos tienen un cupo ofrecido, en «%s» y en «%s». Espera a que uno responda o venza.', s.titulo, t.titulo), '[]'
    from oferta a join oferta b on a.cliente_id < b.cliente_id
      join taller s on s.id = a.taller_id join taller t on t.id = b.taller_id`.execute(db);
  return rows;
}

/** Takes out who waits for a Taller in which the other of both has a seat. */
export async function takeOutWaiting(
  trx: Trx,
  { principalId, absorbidoId }: Pareja,
): Promise<Fila[]> {
  const { rows } = await sql<{ fila: Fila }>`
    delete from espera e
    where e.cliente_id in (${principalId}, ${absorbidoId}) and e.estado = 'ESPERANDO'
      and exists (select from inscripcion i where i.taller_id = e.taller_id and i.anulada_en is null
        and i.cliente_id in (${principalId}, ${absorbidoId}) and i.cliente_id <> e.cliente_id)
    returning to_jsonb(e) as fila`.execute(trx);
  return rows.map((row) => row.fila);
}
