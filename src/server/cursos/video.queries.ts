import { type Insertable, sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import type { VideoTable } from '../core/db/types.gen.ts';

export async function insertVideo(db: Db, values: Insertable<VideoTable>): Promise<string> {
  const { id } = await db
    .insertInto('video')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertTrozo(
  db: Db,
  trozo: { videoId: string; numero: number; datos: Buffer },
): Promise<void> {
  await db.insertInto('videoTrozo').values(trozo).execute();
}

export async function completeVideo(trx: Trx, id: string, bytes: number): Promise<void> {
  await trx.updateTable('video').set({ bytes, completo: true }).where('id', '=', id).execute();
}

export function selectVideo(db: Db, id: string) {
  return db
    .selectFrom('video')
    .select(['id', 'tipo', 'bytes'])
    .where('id', '=', id)
    .where('completo', '=', true)
    .executeTakeFirst();
}

/** Part of one piece: `length` bytes from `start`. */
export async function selectTrozo(
  db: Db,
  part: { videoId: string; numero: number; start: number; length: number },
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ datos: Buffer }>`
    select substring(datos from ${part.start + 1}::int for ${part.length}::int) as datos
    from video_trozo where video_id = ${part.videoId}::uuid and numero = ${part.numero}`.execute(
    db,
  );
  return rows[0]?.datos;
}

/** Videos made before an instant (ISO 8601 UTC) that no lesson uses, whole or half-written. */
export async function selectSobrantes(db: Db, before: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('video')
    .select('id')
    .where('creadoEn', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('leccion').select('leccion.id').whereRef('leccion.videoId', '=', 'video.id'),
        ),
      ),
    )
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Takes a video out of use, unless a lesson has it by now; a lesson takes only what is complete. */
export async function retireVideo(trx: Trx, id: string): Promise<boolean> {
  await trx.selectFrom('video').select('id').where('id', '=', id).forUpdate().execute();
  const used = await trx
    .selectFrom('leccion')
    .select('id')
    .where('videoId', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (used) return false;
  await trx.updateTable('video').set({ completo: false }).where('id', '=', id).execute();
  return true;
}

const PIECES_AT_ONCE = 64;

/** Deletes a video out of use, some pieces at a time: the longest would outlast one statement. */
export async function deleteVideo(db: Db, id: string): Promise<void> {
  for (;;) {
    const { numDeletedRows } = await db
      .deleteFrom('videoTrozo')
      .where('videoId', '=', id)
      .where('numero', 'in', (eb) =>
        eb
          .selectFrom('videoTrozo')
          .select('numero')
          .where('videoId', '=', id)
          .limit(PIECES_AT_ONCE),
      )
      .executeTakeFirstOrThrow();
    if (numDeletedRows < PIECES_AT_ONCE) break;
  }
  await db.deleteFrom('video').where('id', '=', id).where('completo', '=', false).execute();
}
