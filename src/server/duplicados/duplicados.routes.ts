import * as contract from '#contract/duplicados.ts';
import { audit } from '../core/audit.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { enqueue } from '../core/jobs.ts';
import { BUSCAR_DUPLICADOS } from './buscar.ts';
import { comparar } from './comparar.ts';
import { deshacer } from './deshacer.ts';
import { selectFichas } from './fichas.queries.ts';
import { findParecidos } from './findParecidos.ts';
import { fusionar } from './fusionar.ts';
import { readDuplicados, readFusion, readFusiones } from './listDuplicados.ts';
import { writeDescarte } from './pares.queries.ts';

export function duplicadosRoutes({ db, config }: Deps) {
  return [
    on(contract.listDuplicados, ({ query }) => readDuplicados(db, query)),

    on(contract.searchDuplicados, async () => {
      await transaction(db, (trx) =>
        enqueue(trx, BUSCAR_DUPLICADOS, {}, { jobKey: BUSCAR_DUPLICADOS }),
      );
      return { enCurso: true };
    }),

    on(contract.dismissDuplicado, ({ body: { a, b }, ctx }) =>
      transaction(db, async (trx) => {
        const fichas = await selectFichas(trx, [a, b]);
        found(fichas.size === 2 || undefined, 'una de las dos fichas');
        await writeDescarte(trx, { a, b, por: ctx.usuarioId, now: ctx.now });
        await audit(trx, ctx, {
          accion: 'DESCARTAR_DUPLICADO',
          entidad: 'CLIENTE',
          entidadId: a,
          despues: { distintoDe: b },
        });
        return undefined;
      }),
    ),

    on(contract.findParecidos, async ({ body }) => ({ items: await findParecidos(db, body) })),

    on(contract.compararClientes, ({ query }) => comparar(db, query)),

    on(contract.createFusion, ({ body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () => {
          const id = await fusionar(trx, ctx, body, config.TZ_NEGOCIO);
          return readFusion(trx, id, { rol: usuario.rol, now: ctx.now });
        }),
      ),
    ),

    on(contract.listFusiones, ({ query, ctx, usuario }) =>
      readFusiones(db, query, { rol: usuario.rol, now: ctx.now }),
    ),

    on(contract.undoFusion, ({ params, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await deshacer(trx, ctx, params.id);
        return readFusion(trx, params.id, { rol: usuario.rol, now: ctx.now });
      }),
    ),
  ];
}
