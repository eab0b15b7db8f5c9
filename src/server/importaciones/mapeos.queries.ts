import { sql } from 'kysely';
import type { MapeoGuardado, TipoImportacion } from '#contract/importaciones.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** By name. */
export async function selectMapeos(db: Db, tipo: TipoImportacion): Promise<MapeoGuardado[]> {
  const { rows } = await sql<MapeoGuardado>`
    select id, nombre, mapeo, opciones from importacion_mapeo where tipo = ${tipo}
    order by nombre collate es, id`.execute(db);
  return rows;
}

/** Writes it, in the place of one of the same name, accents and case aside. */
export async function upsertMapeo(
  trx: Trx,
  { tipo, nombre, mapeo, opciones }: Omit<MapeoGuardado, 'id'> & { tipo: TipoImportacion },
  { now, usuarioId }: { now: string; usuarioId: string | null },
): Promise<MapeoGuardado> {
  const { rows } = await sql<MapeoGuardado>`
    insert into importacion_mapeo (tipo, nombre, mapeo, opciones, creado_por, creado_en, actualizado_en)
    values (${tipo}, ${nombre}, ${JSON.stringify(mapeo)}::jsonb, ${JSON.stringify(opciones)}::jsonb,
      ${usuarioId}::uuid, ${now}::timestamptz, ${now}::timestamptz)
    on conflict (tipo, normalizar(nombre)) do update set nombre = excluded.nombre, mapeo = excluded.mapeo,
      opciones = excluded.opciones, actualizado_en = excluded.actualizado_en
    returning id, nombre, mapeo, opciones`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('an upsert without a row');
  return row;
}

export function deleteMapeoRow(trx: Trx, id: number) {
  return trx
    .deleteFrom('importacionMapeo')
    .where('id', '=', id)
    .returning('nombre')
    .executeTakeFirst();
}
