import * as contract from '#contract/portal.ts';
import type { Deps } from '../core/context.ts';
import { found } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import { serveVideo } from '../cursos/serveVideo.ts';
import {
  findMiLeccion,
  listMisCursos,
  readMiCurso,
  readMiLeccion,
  writeProgreso,
} from './misCursos.ts';

export function misCursosRoutes({ db }: Deps) {
  return [
    on(contract.listMisCursos, async ({ alumno, ctx }) => ({
      items: await listMisCursos(db, { ...alumno, now: ctx.now }),
    })),

    on(contract.getMiCurso, ({ params, alumno, ctx }) =>
      readMiCurso(db, { ...alumno, now: ctx.now }, params.id),
    ),

    on(contract.getMiLeccion, ({ params: { id: cursoId, leccionId }, alumno, ctx }) =>
      readMiLeccion(db, { ...alumno, cursoId, leccionId, now: ctx.now }),
    ),

    on(contract.getMiVideo, async ({ params: { id: cursoId, leccionId }, alumno, ctx, c }) => {
      const leccion = await findMiLeccion(db, { ...alumno, cursoId, leccionId, now: ctx.now });
      return serveVideo(db, c, found(leccion.videoId, 'ese video'));
    }),

    on(contract.setProgreso, ({ params: { id: cursoId, leccionId }, body, alumno, ctx }) =>
      writeProgreso(db, {
        clienteId: alumno.clienteId,
        cursoId,
        leccionId,
        segundos: body.segundos,
        terminada: body.terminada,
        now: ctx.now,
      }),
    ),
  ];
}
