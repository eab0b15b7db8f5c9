import type { EstadoImportacion } from '#contract/importaciones.ts';
import type { Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import {
  type ImportacionRow,
  lockEnPaso,
  lockImportacion,
  updateImportacionRow,
} from './importaciones.queries.ts';
import { enLote } from './lote.ts';

/** One attempt at a step that begins from its start each time: reading, or reviewing. */
export type Intento = { row: ImportacionRow; numero: number };
type Cambios = Parameters<typeof updateImportacionRow>[2];

/** Begins a new attempt, from which on an older one that still runs writes nothing more. */
export function beginIntento(
  { db, now }: Deps,
  id: number,
  estado: EstadoImportacion,
): Promise<Intento | undefined> {
  return transaction(db, async (trx) => {
    const row = await lockEnPaso(trx, id, estado);
    if (!row) return undefined;
    const numero = row.intento + 1;
    await updateImportacionRow(trx, id, { intento: numero, procesadas: 0 }, now().toISOString());
    return { row, numero };
  });
}

/** Writes as part of an attempt, in one transaction, and tells whether it is still the one that counts. */
export function inIntento(
  { db, now }: Deps,
  { row, numero }: Intento,
  cambios: Cambios,
  write?: (trx: Trx) => Promise<void>,
): Promise<boolean> {
  return enLote(db, async (trx) => {
    const current = await lockImportacion(trx, row.id);
    if (current?.estado !== row.estado || current.intento !== numero) return false;
    await write?.(trx);
    await updateImportacionRow(trx, row.id, cambios, now().toISOString());
    return true;
  });
}
