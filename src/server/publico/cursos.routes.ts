import * as contract from '#contract/publico.ts';
import type { Deps } from '../core/context.ts';
import { found } from '../core/errors.ts';
import { decodePosition, encodeCursor } from '../core/http/cursor.ts';
import { on } from '../core/http/route.ts';
import { presentLeccion, selectLeccion } from '../cursos/lecciones.queries.ts';
import { serveVideo } from '../cursos/serveVideo.ts';
import { selectCatalogoCursos, selectGratuita } from './cursos.queries.ts';
import { presentCursoPublico, readCursoPublico } from './readCursoPublico.ts';

const ORDER = 'catalogo-cursos';

export function cursosPublicosRoutes({ db }: Deps) {
  /** A free lesson; one that is paid does not exist for the public. */
  const readGratuita = async (params: { slug: string; leccionId: number }) => {
    const id = found(await selectGratuita(db, params), 'esa lección');
    return found(await selectLeccion(db, id), 'esa lección');
  };

  return [
    on(contract.listCursosPublicos, async ({ query: { q, interes, limite = 24, cursor } }) => {
      const position = cursor ? decodePosition(cursor, ORDER) : undefined;
      const after = position && { publicadoEn: position.at, id: position.id };
      const rows = await selectCatalogoCursos(db, { q, interes, limit: limite + 1 }, after);
      const last = rows[limite - 1];
      return {
        items: rows.slice(0, limite).map(presentCursoPublico),
        siguiente:
          rows.length > limite && last ? encodeCursor(ORDER, [last.publicadoEn, last.id]) : null,
      };
    }),

    on(contract.getCursoPublico, ({ params }) => readCursoPublico(db, params.slug)),

    on(contract.getLeccionGratuita, async ({ params }) => {
      const row = await readGratuita(params);
      const archivo = `/api/publico/cursos/${params.slug}/lecciones/${row.id}/video`;
      const { titulo, texto, video, duracionSegundos } = presentLeccion(row, archivo);
      return { titulo, texto, video, duracionSegundos };
    }),

    on(contract.getVideoGratuito, async ({ params, c }) => {
      const { videoId } = await readGratuita(params);
      return serveVideo(db, c, found(videoId, 'ese video'));
    }),
  ];
}
