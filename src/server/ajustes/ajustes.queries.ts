import { type Selectable, sql, type Updateable } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import type { NegocioTable } from '../core/db/types.gen.ts';

/** The single row of the business and its rules. */
export function readNegocio(db: Db | Trx): Promise<Selectable<NegocioTable>> {
  return db.selectFrom('negocio').selectAll().executeTakeFirstOrThrow();
}

export function lockNegocio(trx: Trx): Promise<Selectable<NegocioTable>> {
  return trx.selectFrom('negocio').selectAll().forUpdate().executeTakeFirstOrThrow();
}

export function updateNegocio(
  trx: Trx,
  values: Updateable<NegocioTable>,
): Promise<Selectable<NegocioTable>> {
  return trx.updateTable('negocio').set(values).returningAll().executeTakeFirstOrThrow();
}

export async function archivoExists(trx: Trx, id: string): Promise<boolean> {
  const row = await trx.selectFrom('archivo').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Opens the access of what is paid in part, from now on and for the days it was sold with. */
export async function openAccesosAbonados(trx: Trx, now: string): Promise<void> {
  await sql`
    update inscripcion_curso i set acceso_desde = ${now}::timestamptz,
      acceso_hasta = ${now}::timestamptz + i.dias_acceso * interval '1 day'
    from cobro
    where cobro.id = i.cobro_id and cobro.estado = 'ABONADO' and i.anulada_en is null
      and i.acceso_desde is null`.execute(trx);
}
