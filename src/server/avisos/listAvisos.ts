import type { z } from 'zod';
import type { listAvisos as contract } from '#contract/avisos.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeCursor, encodeCursor } from '../core/http/cursor.ts';
import { countAvisos, selectAvisos } from './avisos.queries.ts';
import { type Presenter, presentAviso } from './presentAviso.ts';

const MAX_TOTAL = 10_000;

/**
 * Messages to send, the newest first; or those sent, the last one first.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listAvisos(
  db: Db,
  { estado = 'POR_ENVIAR', tipo, cliente, limite = 50, cursor }: z.output<typeof contract.query>,
  presenter: Presenter,
): Promise<Answer<typeof contract>> {
  const { now } = presenter;
  const filtros = { estado, tipo, cliente };
  const [at, id] = cursor ? decodeCursor(cursor, estado, ['instant', 'number']) : [];
  const before = at && id ? { at: String(at), id: Number(id) } : undefined;
  const [rows, total] = await Promise.all([
    selectAvisos(db, filtros, now, { before, limit: limite + 1 }),
    countAvisos(db, filtros, now, MAX_TOTAL + 1),
  ]);
  const items = rows.slice(0, limite).map((row) => presentAviso(row, presenter));
  const last = items.at(-1);
  const key = last && (estado === 'ENVIADOS' ? last.enviadoEn : last.creadoEn);
  return {
    items,
    siguiente: last && key && rows.length > limite ? encodeCursor(estado, [key, last.id]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}
