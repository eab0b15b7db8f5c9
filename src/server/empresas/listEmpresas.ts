import type { z } from 'zod';
import type { listEmpresas as endpoint } from '#contract/empresas.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db } from '../core/db/connect.ts';
import { encodeCursor } from '../core/http/cursor.ts';
import { MAX_TOTAL, selectEmpresas } from './empresas.queries.ts';

/** @throws {AppError} CURSOR_INVALIDO */
export async function listEmpresas(
  db: Db,
  { q, orden = 'razonSocial', limite = 50, cursor }: z.output<typeof endpoint.query>,
): Promise<Answer<typeof endpoint>> {
  const { rows, total } = await selectEmpresas(db, { q, orden, cursor, limit: limite + 1 });
  const items = rows.slice(0, limite);
  const last = items.at(-1);
  const key = last && (orden === 'razonSocial' ? last.razonSocial : last.creadoEn);
  return {
    items,
    siguiente: last && key && rows.length > limite ? encodeCursor(orden, [key, last.id]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}
