import type { Answer } from '#contract/endpoint.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { listSegmentos as listContract, Segmento, SegmentoItem } from '#contract/segmentos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { decodeCursor, encodeCursor, invalidCursor } from '../core/http/cursor.ts';
import { tellCondicion } from './frase.policy.ts';
import type { Nombres } from './hojas/palabras.policy.ts';
import { refsOf, selectNombres } from './nombres.queries.ts';
import {
  countSegmentos,
  type SegmentoRow,
  selectCampanasDe,
  selectSegmento,
  selectSegmentos,
} from './segmentos.queries.ts';

const ORDEN = 'nombre';
const MAX_TOTAL = 10_000;

function present({ condicion, version: _, ...row }: SegmentoRow, nombres: Nombres): SegmentoItem {
  return { ...row, frase: tellCondicion(condicion, nombres) };
}

/**
 * Saved segments by name, a page at a time.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listSegmentos(
  db: Db,
  {
    q,
    limite = 50,
    cursor,
  }: { q?: string | undefined; limite?: number | undefined; cursor?: string | undefined },
): Promise<Answer<typeof listContract>> {
  const after = cursor ? position(cursor) : undefined;
  const rows = await selectSegmentos(db, q, { after, limit: limite + 1 });
  const page = rows.slice(0, limite);
  const nombres = await selectNombres(db, refsOf(page.map(({ condicion }) => condicion)));
  const total = await countSegmentos(db, q);
  const last = page.at(-1);
  return {
    items: page.map((row) => present(row, nombres)),
    siguiente: last && rows.length > limite ? encodeCursor(ORDEN, [last.nombre, last.id]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}

function position(cursor: string): { nombre: string; id: number } {
  const [nombre, id] = decodeCursor(cursor, ORDEN, ['text', 'number']);
  if (typeof nombre !== 'string' || typeof id !== 'number') throw invalidCursor();
  return { nombre, id };
}

/**
 * A segment with its condition, the campaigns that would use it, and what this role may do with it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readSegmento(db: Db | Trx, id: number, rol: Rol): Promise<Segmento> {
  const row = found(await selectSegmento(db, id), 'ese segmento');
  const campanas = await selectCampanasDe(db, id);
  const editar = permisosDe(rol).includes('segmentos:escribir');
  return {
    ...present(row, await selectNombres(db, refsOf([row.condicion]))),
    condicion: row.condicion,
    campanas,
    version: row.version,
    puede: { editar, eliminar: editar && campanas.length === 0 },
  };
}
