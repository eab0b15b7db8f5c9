import type { Calificacion, ResenasPublicas } from '#contract/resenas.ts';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { decodeIdCursor, encodeCursor } from '../core/http/cursor.ts';
import { type Cuenta, promedioDe, ranking } from './calificacion.policy.ts';
import type { De } from './escritura.queries.ts';
import {
  findPublico,
  nameContadas,
  selectContadas,
  selectDistribucion,
  selectPublicadas,
} from './publicas.queries.ts';

const ORDER = 'publicas';

/** How the public sees who wrote: `María José M.` */
function autorDe({ nombres, apellidos }: { nombres: string; apellidos: string }): string {
  const initial = [...apellidos.trim()][0];
  return initial ? `${nombres} ${initial.toLocaleUpperCase('es-CL')}.` : nombres;
}

function cuentaDe(distribucion: number[]): Cuenta {
  return {
    cantidad: distribucion.reduce((sum, n) => sum + n, 0),
    suma: distribucion.reduce((sum, n, index) => sum + n * (index + 1), 0),
  };
}

/** How many published reviews there are of a Taller's series or of a Curso, and their mean. */
export async function readCalificacion(db: Db, de: De) {
  const cuenta = cuentaDe(await selectDistribucion(db, de));
  return { cantidad: cuenta.cantidad, promedio: promedioDe(cuenta) };
}

/** @throws {AppError} NO_ENCONTRADO, CURSOR_INVALIDO */
export async function readPublicas(
  db: Db,
  tipo: De['tipo'],
  slug: string,
  { limite = 10, cursor }: { limite?: number | undefined; cursor?: string | undefined },
): Promise<ResenasPublicas> {
  const before = cursor === undefined ? undefined : decodeIdCursor(cursor, ORDER);
  const de = found(
    await findPublico(db, tipo, slug),
    tipo === 'TALLER' ? 'ese taller' : 'ese curso',
  );
  const [distribucion, rows] = await Promise.all([
    selectDistribucion(db, de),
    selectPublicadas(db, de, before, limite + 1),
  ]);
  const cuenta = cuentaDe(distribucion);
  const last = rows[limite - 1];
  return {
    promedio: promedioDe(cuenta),
    cantidad: cuenta.cantidad,
    distribucion,
    items: rows.slice(0, limite).map((row) => ({
      autor: autorDe(row),
      estrellas: row.estrellas,
      comentario: row.comentario,
      respuesta: row.respuesta,
      creadoEn: row.creadoEn,
      edicion:
        de.ediciones > 1 && row.iniciaEn && row.zona
          ? { iniciaEn: row.iniciaEn, zona: row.zona }
          : null,
    })),
    siguiente: rows.length > limite && last ? encodeCursor(ORDER, [last.id]) : null,
  };
}

/** What is rated best, by its Bayesian average. */
export async function rankResenas(db: Db, limite: number): Promise<Calificacion[]> {
  const best = ranking(await selectContadas(db)).slice(0, limite);
  const named = await nameContadas(db, best);
  return named.map(({ cantidad, suma, puntaje, tipo, id, titulo, slug, iniciaEn, zona }) => ({
    de: { tipo, id, titulo, slug, iniciaEn, zona },
    cantidad,
    promedio: promedioDe({ cantidad, suma }) ?? 0,
    puntaje: Math.round(puntaje * 100) / 100,
  }));
}
