import { type Insertable, sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import type { ArchivoTable } from '../core/db/types.gen.ts';

export async function insertArchivo(trx: Trx, values: Insertable<ArchivoTable>): Promise<string> {
  const { id } = await trx
    .insertInto('archivo')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export function selectArchivo(db: Db, id: string) {
  return db
    .selectFrom('archivo')
    .select(['tipo', 'contenido'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * Deletes an image that nothing shows, no message that was sent either; the foreign keys guard one that is being
 * put to use right now.
 */
export async function deleteUnused(db: Db, id: string): Promise<void> {
  await sql`
    delete from archivo where id = ${id}::uuid
      and not exists (select from taller where imagen_id = archivo.id)
      and not exists (select from curso where imagen_id = archivo.id)
      and not exists (select from producto where imagen_id = archivo.id)
      and not exists (select from negocio where logo_id = archivo.id)
      and not exists (select from plantilla_version where cuerpo like '%' || archivo.id || '%')
      and not exists (select from correo_automatico where cuerpo like '%' || archivo.id || '%')
      and not exists (select from campana where cuerpo like '%' || archivo.id || '%')
      and not exists (select from contenido_email where html like '%' || archivo.id || '%')`.execute(
    db,
  );
}
