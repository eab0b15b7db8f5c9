import type { Context } from 'hono';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { type Column, tableResponse } from '../core/http/table.ts';
import { selectFilas } from './filas.queries.ts';
import { selectImportacion } from './importaciones.queries.ts';
import { lecturaDe } from './readImportacion.ts';

const PAGE = 500;

/** The rows in error as they came, with the reason in a last column. @throws {AppError} NO_ENCONTRADO */
export async function exportErrores(
  db: Db,
  c: Context,
  importacionId: number,
  zone: string,
): Promise<Response> {
  const row = found(await selectImportacion(db, importacionId), 'esa importación');
  const titles = (lecturaDe(row)?.columnas ?? []).map(({ titulo }) => titulo);
  const columns = [...titles, 'Motivo'].map((title): Column => ({ title, kind: 'text' }));
  const name = `errores-importacion-${importacionId}`;
  return tableResponse(c, { name, columns, pages: rows(), format: 'CSV', zone });

  async function* rows() {
    for (let after = 0; ; ) {
      const filas = await selectFilas(
        db,
        importacionId,
        { accion: ['ERROR'] },
        { after, limit: PAGE },
      );
      const last = filas.at(-1);
      if (!last) return;
      yield filas.map(({ celdas, errores }) => [
        ...titles.map((_, i) => celdas[i] ?? ''),
        (errores ?? []).map(({ mensaje }) => mensaje).join(' '),
      ]);
      after = last.numero;
    }
  }
}
