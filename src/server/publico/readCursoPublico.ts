import { imagenUrl } from '#contract/archivos.ts';
import type { CursoPublico, CursoPublicoItem } from '#contract/publico.ts';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { selectLecciones } from '../cursos/lecciones.queries.ts';
import { type CursoPublicadoRow, selectCursoPublicado } from './cursos.queries.ts';
import { readKits } from './kits.queries.ts';

/** A Curso without what the public must not see: ids, dates, who has it. */
export function presentCursoPublico(row: CursoPublicadoRow): CursoPublicoItem {
  const { slug, titulo, resumen, instructor, interes, precio, diasAcceso } = row;
  const { imagenId, lecciones, duracionSegundos } = row;
  const imagen = imagenId ? imagenUrl(imagenId) : null;
  return {
    ...{ slug, titulo, resumen, instructor, interes, imagenUrl: imagen, precio, diasAcceso },
    ...{ lecciones, duracionSegundos },
  };
}

/** A published Curso with the titles of its lessons. @throws {AppError} NO_ENCONTRADO */
export async function readCursoPublico(db: Db, slug: string): Promise<CursoPublico> {
  const row = found(await selectCursoPublicado(db, slug), 'ese curso');
  const lecciones = await selectLecciones(db, row.id);
  return {
    ...presentCursoPublico(row),
    descripcion: row.descripcion,
    contenido: lecciones.map(({ id, orden, titulo, duracionSegundos, gratuita }) => ({
      orden,
      titulo,
      duracionSegundos,
      leccionId: gratuita ? id : null,
    })),
    horasReserva: row.horasReserva,
    kits: await readKits(db, row.interesId),
  };
}
