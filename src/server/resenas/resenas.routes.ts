import * as contract from '#contract/resenas.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { on } from '../core/http/route.ts';
import { listMisResenas, readMiResena } from './misResenas.ts';
import { moderateResena, replyResena } from './moderar.ts';
import { rankResenas, readPublicas } from './readPublicas.ts';
import { listResenas, readResena } from './readResenas.ts';
import { selectSolicitud } from './solicitud.queries.ts';
import { writeResena } from './writeResena.ts';

export function resenasRoutes({ db }: Deps) {
  return [
    on(contract.listResenas, ({ query, usuario }) => listResenas(db, query, usuario.rol)),

    on(contract.rankResenas, async ({ query }) => ({
      items: await rankResenas(db, query.limite ?? 20),
    })),

    on(contract.moderateResena, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await moderateResena(trx, ctx, params.id, body);
        return readResena(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.replyResena, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await replyResena(trx, ctx, params.id, body);
        return readResena(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.listResenasDeTaller, ({ params, query }) =>
      readPublicas(db, 'TALLER', params.slug, query),
    ),

    on(contract.listResenasDeCurso, ({ params, query }) =>
      readPublicas(db, 'CURSO', params.slug, query),
    ),

    on(contract.getSolicitudResena, async ({ params, ctx }) => {
      const row = await selectSolicitud(db, params.token);
      const { clienteId, tallerId, nombres } = found(row, 'ese enlace');
      const de = { tipo: 'TALLER', id: tallerId } as const;
      return { ...(await readMiResena(db, clienteId, de, ctx.now)), nombres };
    }),

    on(contract.createResenaPorEnlace, ({ params, body, ctx }) =>
      transaction(db, async (trx) => {
        const row = await selectSolicitud(trx, params.token);
        const { clienteId, tallerId } = found(row, 'ese enlace');
        return writeResena(trx, ctx, clienteId, { tipo: 'TALLER', id: tallerId }, body);
      }),
    ),

    on(contract.listMisResenas, async ({ alumno, ctx }) => ({
      items: await listMisResenas(db, alumno.clienteId, ctx.now),
    })),

    on(contract.writeMiResena, ({ alumno, body, ctx }) => {
      const { tipo, id, ...escrito } = body;
      return transaction(db, (trx) =>
        writeResena(trx, ctx, alumno.clienteId, { tipo, id }, escrito),
      );
    }),
  ];
}
