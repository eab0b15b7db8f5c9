import type { EstadoCampana } from '#contract/campanas.ts';
import type { Db } from '../core/db/connect.ts';

/** Scheduled campaigns whose time has come. */
export async function selectDue(db: Db, now: string): Promise<number[]> {
  const rows = await db
    .selectFrom('campana')
    .select('id')
    .where('estado', '=', 'PROGRAMADA')
    .where('programadaEn', '<=', now)
    .orderBy('programadaEn')
    .execute();
  return rows.map(({ id }) => id);
}

/** Campaigns in an estado whose final figures are not there yet. */
export async function selectUnsettled(db: Db, estado: EstadoCampana): Promise<number[]> {
  const rows = await db
    .selectFrom('campana')
    .select('id')
    .where('estado', '=', estado)
    .where('progreso', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
