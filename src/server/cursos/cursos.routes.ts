import * as contract from '#contract/cursos.ts';
import type { Deps } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import { selectInscripcionCurso } from './inscripcionesCurso.queries.ts';
import { presentLeccionStaff, selectLeccion } from './lecciones.queries.ts';
import { listCursos } from './listCursos.ts';
import { listInscripcionesCurso } from './listInscripcionesCurso.ts';
import { orderLecciones } from './orderLecciones.ts';
import { readCurso } from './readCurso.ts';
import { serveVideo } from './serveVideo.ts';
import { storeVideo } from './storeVideo.ts';
import { updateAcceso } from './updateAcceso.ts';
import { createCurso, deleteCurso, setPublicado, updateCurso } from './writeCurso.ts';
import { createLeccion, deleteLeccion, updateLeccion } from './writeLeccion.ts';

async function readLeccion(db: Db | Trx, id: number) {
  return presentLeccionStaff(found(await selectLeccion(db, id), 'esa lección'));
}

export function cursosRoutes(deps: Deps) {
  return [...deCursos(deps), ...deLecciones(deps), ...deAccesos(deps)];
}

function deCursos({ db }: Deps) {
  return [
    on(contract.listCursos, ({ query, ctx }) => listCursos(db, query, ctx.now)),

    on(contract.getCurso, ({ params, ctx, usuario }) => readCurso(db, ctx, params.id, usuario.rol)),

    on(contract.createCurso, ({ body, ctx, usuario }) =>
      transaction(db, async (trx) =>
        readCurso(trx, ctx, await createCurso(trx, ctx, body), usuario.rol),
      ),
    ),

    on(contract.updateCurso, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await updateCurso(trx, ctx, params.id, body);
        return readCurso(trx, ctx, params.id, usuario.rol);
      }),
    ),

    on(contract.publishCurso, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await setPublicado(trx, ctx, params.id, body.version, true);
        return readCurso(trx, ctx, params.id, usuario.rol);
      }),
    ),

    on(contract.unpublishCurso, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await setPublicado(trx, ctx, params.id, body.version, false);
        return readCurso(trx, ctx, params.id, usuario.rol);
      }),
    ),

    on(contract.deleteCurso, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await deleteCurso(trx, ctx, params.id);
        return undefined;
      }),
    ),
  ];
}

function deLecciones({ db }: Deps) {
  return [
    on(contract.createLeccion, ({ params, body, ctx }) =>
      transaction(db, async (trx) =>
        readLeccion(trx, await createLeccion(trx, ctx, params.id, body)),
      ),
    ),

    on(contract.updateLeccion, ({ params, body, ctx }) =>
      transaction(db, async (trx) => {
        await updateLeccion(trx, ctx, params.id, body);
        return readLeccion(trx, params.id);
      }),
    ),

    on(contract.deleteLeccion, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await deleteLeccion(trx, ctx, params.id);
        return undefined;
      }),
    ),

    on(contract.orderLecciones, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await orderLecciones(trx, ctx, params.id, body.lecciones);
        return readCurso(trx, ctx, params.id, usuario.rol);
      }),
    ),

    on(contract.uploadVideo, ({ query, ctx, c }) => {
      const length = c.req.header('content-length');
      const declared = length === undefined ? undefined : Number(length);
      return storeVideo(db, ctx, c.req.raw.body, { nombre: query.nombre, declared });
    }),

    on(contract.getVideoDeLeccion, async ({ params, c }) => {
      const leccion = await selectLeccion(db, params.id);
      return serveVideo(db, c, found(leccion?.videoId, 'ese video'));
    }),
  ];
}

function deAccesos({ db, config }: Deps) {
  return [
    on(contract.listInscripcionesCurso, ({ query, ctx, usuario }) =>
      listInscripcionesCurso(db, query, usuario.rol, ctx.now),
    ),

    on(contract.updateAcceso, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await updateAcceso(trx, ctx, params.id, body, config.TZ_NEGOCIO);
        const row = await selectInscripcionCurso(trx, params.id, usuario.rol, ctx.now);
        return found(row, 'ese acceso');
      }),
    ),
  ];
}
