import type {
  Duplicado,
  listDuplicados as endpoint,
  Fusion,
  listFusiones,
} from '#contract/duplicados.ts';
import type { Answer, Received } from '#contract/endpoint.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { decodeCursor, decodeIdCursor, encodeCursor, invalidCursor } from '../core/http/cursor.ts';
import { selectFichas } from './fichas.queries.ts';
import { countFusiones, type FusionRow, selectFusion, selectFusiones } from './fusiones.queries.ts';
import { countPares, selectPares } from './pares.queries.ts';
import { undoProblem, undoUntil } from './plazo.policy.ts';

const ORDEN = '-confianza';
const ORDEN_FUSIONES = '-id';
const MAX_TOTAL = 10_000;

const totalOf = (n: number) => ({
  total: Math.min(n, MAX_TOTAL),
  ...(n > MAX_TOTAL ? { totalEsMinimo: true } : {}),
});

/** @throws {AppError} CURSOR_INVALIDO */
export async function readDuplicados(
  db: Db,
  { limite = 50, cursor, ...filtro }: Received<typeof endpoint>['query'],
): Promise<Answer<typeof endpoint>> {
  const after = cursor ? positionOf(cursor) : undefined;
  const [rows, n] = await Promise.all([
    selectPares(db, filtro, { after, limit: limite + 1 }),
    countPares(db, filtro, MAX_TOTAL + 1),
  ]);
  const pares = rows.slice(0, limite);
  const fichas = await selectFichas(db, [...new Set(pares.flatMap(({ a, b }) => [a, b]))]);
  const last = pares.at(-1);
  return {
    items: pares.flatMap(({ a, b, ...par }): Duplicado[] => {
      const one = fichas.get(a);
      const other = fichas.get(b);
      return one && other ? [{ ...par, a: one, b: other }] : [];
    }),
    siguiente:
      last && rows.length > limite ? encodeCursor(ORDEN, [last.confianza, last.a, last.b]) : null,
    ...totalOf(n),
  };
}

function positionOf(cursor: string) {
  const [confianza, a, b] = decodeCursor(cursor, ORDEN, ['number', 'number', 'number']);
  if (typeof confianza !== 'number' || typeof a !== 'number' || typeof b !== 'number') {
    throw invalidCursor();
  }
  return { confianza, a, b };
}

/** @throws {AppError} CURSOR_INVALIDO */
export async function readFusiones(
  db: Db,
  { cliente, limite = 50, cursor }: Received<typeof listFusiones>['query'],
  who: { rol: Rol; now: string },
): Promise<Answer<typeof listFusiones>> {
  const before = cursor ? decodeIdCursor(cursor, ORDEN_FUSIONES) : Number.MAX_SAFE_INTEGER;
  const [rows, n] = await Promise.all([
    selectFusiones(db, { cliente, before, limit: limite + 1 }),
    countFusiones(db, cliente, MAX_TOTAL + 1),
  ]);
  const items = rows.slice(0, limite).map((row) => present(row, who));
  const last = items.at(-1);
  return {
    items,
    siguiente: last && rows.length > limite ? encodeCursor(ORDEN_FUSIONES, [last.id]) : null,
    ...totalOf(n),
  };
}

/** @throws {AppError} NO_ENCONTRADO */
export async function readFusion(
  db: Db | Trx,
  id: number,
  who: { rol: Rol; now: string },
): Promise<Fusion> {
  return present(found(await selectFusion(db, id), 'esa unión'), who);
}

function present({ despues, ...row }: FusionRow, { rol, now }: { rol: Rol; now: string }): Fusion {
  const may = permisosDe(rol).includes('clientes:fusionar');
  return {
    ...row,
    deshacerHasta: undoUntil(row.creadoEn),
    puede: { deshacer: may && undoProblem({ ...row, despues }, now) === undefined },
  };
}
