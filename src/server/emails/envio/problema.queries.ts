import type { Db } from '../../core/db/connect.ts';

/** Why nothing goes out now, for staff to read; null when it does again. */
export async function saveProblema(db: Db, motivo: string | null, now: string): Promise<void> {
  await db
    .updateTable('ajustesCorreo')
    .set({ envioProblema: motivo, envioProblemaEn: motivo === null ? null : now })
    .execute();
}
