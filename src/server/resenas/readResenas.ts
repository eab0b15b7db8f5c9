import type { z } from 'zod';
import type { Answer } from '#contract/endpoint.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { listResenas as contract, Resena } from '#contract/resenas.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { decodePosition, encodeCursor } from '../core/http/cursor.ts';
import { countResenas, type ResenaRow, selectPagina, selectResenas } from './resenas.queries.ts';

const MAX_TOTAL = 10_000;

function present(row: ResenaRow, rol: Rol): Resena {
  const {
    clienteId,
    nombres,
    apellidos,
    tallerId,
    cursoId,
    titulo,
    slug,
    iniciaEn,
    zona,
    ...rest
  } = row;
  const moderar = permisosDe(rol).includes('resenas:moderar');
  return {
    ...rest,
    cliente: { id: clienteId, nombres, apellidos },
    de: {
      tipo: tallerId === null ? 'CURSO' : 'TALLER',
      id: tallerId ?? cursoId ?? 0,
      titulo,
      slug,
      iniciaEn,
      zona,
    },
    puede: {
      publicar: moderar && row.estado !== 'PUBLICADA',
      rechazar: moderar && row.estado !== 'RECHAZADA',
      responder: moderar && row.estado !== 'RECHAZADA',
    },
  };
}

/** A keyset page of reviews, newest first unless told, and their number up to 10,000. */
export async function listResenas(
  db: Db,
  filtros: z.output<typeof contract.query>,
  rol: Rol,
): Promise<Answer<typeof contract>> {
  const { orden = '-creadoEn', limite = 50, cursor } = filtros;
  const position = cursor ? decodePosition(cursor, orden) : undefined;
  const after = position && { creadoEn: position.at, id: position.id };
  const page = { down: orden === '-creadoEn', after, limit: limite + 1 };
  const [rows, n] = await Promise.all([
    selectPagina(db, filtros, page),
    countResenas(db, filtros, MAX_TOTAL + 1),
  ]);
  const items = rows.slice(0, limite).map((row) => present(row, rol));
  const last = items.at(-1);
  return {
    items,
    siguiente: rows.length > limite && last ? encodeCursor(orden, [last.creadoEn, last.id]) : null,
    total: Math.min(n, MAX_TOTAL),
    ...(n > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}

/** @throws {AppError} NO_ENCONTRADO */
export async function readResena(db: Db | Trx, id: number, rol: Rol): Promise<Resena> {
  const row = await selectResenas(db).where('resena.id', '=', id).executeTakeFirst();
  return present(found(row, 'esa reseña'), rol);
}
