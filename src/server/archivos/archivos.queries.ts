import type { Insertable } from 'kysely';
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
