import type { Db } from '../core/db/connect.ts';

export async function insertTrozo(
  db: Db,
  trozo: { importacionId: number; numero: number; datos: Buffer },
): Promise<void> {
  await db.insertInto('importacionTrozo').values(trozo).execute();
}

/** The bytes of a stored file, piece by piece as they are taken; from the beginning each time it is iterated. */
export function readTrozos(db: Db, importacionId: number): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      for (let numero = 0; ; numero += 1) {
        const trozo = await db
          .selectFrom('importacionTrozo')
          .select('datos')
          .where('importacionId', '=', importacionId)
          .where('numero', '=', numero)
          .executeTakeFirst();
        if (!trozo) return;
        yield trozo.datos;
      }
    },
  };
}

export async function deleteTrozos(db: Db, importacionId: number): Promise<void> {
  await db.deleteFrom('importacionTrozo').where('importacionId', '=', importacionId).execute();
}
