import type { Db } from '../../core/db/connect.ts';

export function readImagen(db: Db, id: string) {
  return db.selectFrom('archivo').select('contenido').where('id', '=', id).executeTakeFirst();
}
