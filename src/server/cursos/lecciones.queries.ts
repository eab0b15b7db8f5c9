import { sql } from 'kysely';
import type { Leccion } from '#contract/cursos.ts';
import { enlaceDe, videoDe } from '#contract/video.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { cleanTexto } from './texto.policy.ts';

function selectFilas(db: Db | Trx) {
  return db
    .selectFrom('leccion')
    .leftJoin('video', 'video.id', 'leccion.videoId')
    .select([
      'leccion.id',
      'leccion.cursoId',
      'leccion.orden',
      'leccion.titulo',
      'leccion.texto',
      'leccion.videoTipo',
      'leccion.videoRef',
      'leccion.videoId',
      'video.nombre as videoNombre',
      'leccion.duracionSegundos',
      'leccion.gratuita',
      'leccion.version',
      sql<number>`(select count(*)::int from progreso_leccion
        where leccion_id = leccion.id and terminada_en is not null)`.as('terminadas'),
    ]);
}

export type LeccionRow = Awaited<ReturnType<ReturnType<typeof selectFilas>['execute']>>[number];

/** The lessons of a Curso in their order. */
export function selectLecciones(db: Db | Trx, cursoId: number): Promise<LeccionRow[]> {
  return selectFilas(db).where('leccion.cursoId', '=', cursoId).orderBy('leccion.orden').execute();
}

export function selectLeccion(db: Db | Trx, id: number): Promise<LeccionRow | undefined> {
  return selectFilas(db).where('leccion.id', '=', id).executeTakeFirst();
}

/** A lesson as the API gives it; `archivoUrl` is where this viewer gets its uploaded video. */
export function presentLeccion({ videoRef, ...row }: LeccionRow, archivoUrl: string): Leccion {
  const { videoTipo } = row;
  const isLink = videoTipo !== null && videoTipo !== 'ARCHIVO' && videoRef !== null;
  return {
    ...row,
    // Cleaned again on its way out, should it have come in by another door.
    texto: row.texto && cleanTexto(row.texto),
    videoEnlace: isLink ? enlaceDe({ tipo: videoTipo, ref: videoRef }) : null,
    video: videoDe({ videoTipo, videoRef }, archivoUrl),
  };
}

/** A lesson as staff sees it. */
export function presentLeccionStaff(row: LeccionRow): Leccion {
  return presentLeccion(row, `/api/lecciones/${row.id}/video`);
}
