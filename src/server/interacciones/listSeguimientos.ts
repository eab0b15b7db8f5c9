import type { z } from 'zod';
import type { Answer } from '#contract/endpoint.ts';
import type { listSeguimientos as contract, Interaccion } from '#contract/interacciones.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeCursor, encodeCursor, invalidCursor } from '../core/http/cursor.ts';
import { type Look, presentInteraccion } from './interacciones.queries.ts';
import {
  countSeguimientos,
  type FiltrosSeguimientos,
  type Position,
  selectSeguimientos,
} from './seguimientos.queries.ts';

const ORDER = 'seguimiento';
const MAX_TOTAL = 10_000;

/**
 * A page of what is to be done and is not done, the most overdue first; `counted` is false for a reader of
 * page after page that needs no total.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listSeguimientos(
  db: Db,
  { limite = 50, cursor, responsable, ...query }: z.output<typeof contract.query>,
  look: Look,
  counted = true,
): Promise<Answer<typeof contract>> {
  const { today, viewer } = look;
  const whose = { yo: viewer.id, nadie: null };
  const filtros: FiltrosSeguimientos = {
    ...query,
    responsable: responsable === 'yo' || responsable === 'nadie' ? whose[responsable] : responsable,
  };
  const [rows, total] = await Promise.all([
    selectSeguimientos(db, filtros, { today, after: positionOf(cursor), limit: limite + 1 }),
    counted ? countSeguimientos(db, filtros, { today, max: MAX_TOTAL + 1 }) : 0,
  ]);
  const items = rows.slice(0, limite).map((row) => presentInteraccion(row, look));
  const last = items.at(-1);
  return {
    items,
    siguiente:
      last?.seguimiento && rows.length > limite
        ? encodeCursor(ORDER, [last.seguimiento.fecha, last.id])
        : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}

function positionOf(cursor: string | undefined): Position {
  if (!cursor) return undefined;
  const [fecha, id] = decodeCursor(cursor, ORDER, ['text', 'number']);
  const isDate = typeof fecha === 'string' && /^\d{4}-\d\d-\d\d$/.test(fecha);
  if (!isDate || Number.isNaN(Date.parse(fecha)) || typeof id !== 'number') throw invalidCursor();
  return { fecha, id };
}

/**
 * What is due today or before of who looks or of nobody, the most overdue first and `limit` at most, how many
 * there are (10,000 at most), and how many wait for tomorrow.
 */
export async function readPorHacer(
  db: Db,
  look: Look,
  limit: number,
): Promise<{ items: Interaccion[]; cantidad: number; manana: number }> {
  const { today, viewer } = look;
  const due = { cuando: ['ATRASADO', 'HOY'] } satisfies FiltrosSeguimientos;
  const tomorrow = { cuando: ['MANANA'] } satisfies FiltrosSeguimientos;
  const whose = [{ responsable: viewer.id }, { responsable: null }];
  const count = async (filtros: FiltrosSeguimientos) => {
    const counts = await Promise.all(
      whose.map((one) => countSeguimientos(db, { ...filtros, ...one }, { today, max: MAX_TOTAL })),
    );
    return Math.min(
      counts.reduce((sum, n) => sum + n, 0),
      MAX_TOTAL,
    );
  };
  const page = { today, after: undefined, limit };
  const [pages, cantidad, manana] = await Promise.all([
    Promise.all(whose.map((one) => selectSeguimientos(db, { ...due, ...one }, page))),
    count(due),
    count(tomorrow),
  ]);
  const items = pages
    .flat()
    .map((row) => presentInteraccion(row, look))
    .sort(byFecha)
    .slice(0, limit);
  return { items, cantidad, manana };
}

function byFecha(a: Interaccion, b: Interaccion): number {
  const [one = '', other = ''] = [a.seguimiento?.fecha, b.seguimiento?.fecha];
  return one < other ? -1 : one > other ? 1 : a.id - b.id;
}
