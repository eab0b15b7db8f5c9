import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { TROZO_BYTES } from '../core/http/pieces.ts';

export async function insertTrozo(
  db: Db,
  trozo: { importacionId: number; numero: number; datos: Buffer },
): Promise<void> {
  await db.insertInto('importacionTrozo').values(trozo).execute();
}

/** Bytes handed over at a time: little enough that nothing of them outlives their use. */
const PARTE_BYTES = 48 * 1024;

/** The bytes of a stored file, part by part as they are taken; from the beginning each time it is iterated. */
export function readTrozos(db: Db, importacionId: number): AsyncIterable<Uint8Array> {
  return {
    async *[Symbol.asyncIterator]() {
      for (let numero = 0; ; numero += 1) {
        for (let start = 0; start < TROZO_BYTES; start += PARTE_BYTES) {
          const parte = await selectParte(db, { importacionId, numero, start });
          if (!parte) return;
          if (parte.length > 0) yield parte;
          if (parte.length < PARTE_BYTES) break;
        }
      }
    },
  };
}

async function selectParte(
  db: Db,
  { importacionId, numero, start }: { importacionId: number; numero: number; start: number },
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ datos: Buffer }>`
    select substring(datos from ${start + 1}::int for ${PARTE_BYTES}::int) as datos
    from importacion_trozo where importacion_id = ${importacionId} and numero = ${numero}`.execute(
    db,
  );
  return rows[0]?.datos;
}

export async function deleteTrozos(db: Db, importacionId: number): Promise<void> {
  await db.deleteFrom('importacionTrozo').where('importacionId', '=', importacionId).execute();
}
