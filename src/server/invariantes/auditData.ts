import { sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Regla } from './regla.ts';
import { reglas } from './reglas.ts';

const SHOWN = 20;

export type Violation = {
  regla: Regla;
  /** How many rows break it; `filas` has the first twenty. */
  total: number;
  filas: { id: string; detalle: string }[];
};

/** Checks each invariant in turn, within the snapshot of the given transaction. */
export async function findViolations(
  trx: Trx,
  onChecked: (regla: Regla, violation: Violation | undefined) => void = () => {},
): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const regla of reglas) {
    const { rows } = await sql<{ id: string; detalle: string; total: number }>`
      select id, detalle, count(*) over ()::int as total from (${sql.raw(regla.sql)}) rotas
      limit ${SHOWN}`.execute(trx);
    const violation = rows[0] && {
      regla,
      total: rows[0].total,
      filas: rows.map(({ id, detalle }) => ({ id, detalle })),
    };
    if (violation) found.push(violation);
    onChecked(regla, violation);
  }
  return found;
}

/** Checks the invariants of the domain on a database in use: all in one read-only snapshot. */
export function auditData(
  db: Db,
  onChecked?: (regla: Regla, violation: Violation | undefined) => void,
): Promise<Violation[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => findViolations(trx, onChecked));
}
