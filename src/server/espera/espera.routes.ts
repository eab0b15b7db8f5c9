import * as contract from '#contract/espera.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { found, invalid } from '../core/errors.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { selectDemanda } from '../talleres/talleres.queries.ts';
import { joinPublico } from './joinPublico.ts';
import { leaveEspera } from './leaveEspera.ts';
import { readEspera, readEsperaPublica, readEsperas } from './readEspera.ts';
import { addEspera, offerEspera } from './staffEspera.ts';

export function esperaRoutes(deps: Deps) {
  const { db } = deps;
  const { publicUrl } = deps.config;
  return [
    on(contract.listEspera, async ({ params, query, ctx, usuario }) => {
      const lector = { rol: usuario.rol, publicUrl, now: ctx.now };
      const taller = await db
        .selectFrom('taller')
        .select('id')
        .where('id', '=', params.id)
        .executeTakeFirst();
      found(taller, 'ese taller');
      const [items, demanda] = await Promise.all([
        readEsperas(db, params.id, query.todas === 'SI', lector),
        selectDemanda(db, params.id),
      ]);
      return { items, ...demanda };
    }),

    on(contract.joinEspera, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        const id = await addEspera(trx, ctx, { tallerId: params.id, ...body });
        return readEspera(trx, id, { rol: usuario.rol, publicUrl, now: ctx.now });
      }),
    ),

    on(contract.offerEspera, ({ params, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await offerEspera(trx, ctx, deps, params.id);
        return readEspera(trx, params.id, { rol: usuario.rol, publicUrl, now: ctx.now });
      }),
    ),

    on(contract.removeEspera, ({ params, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await leaveEspera(trx, ctx, deps, { id: params.id });
        return readEspera(trx, params.id, { rol: usuario.rol, publicUrl, now: ctx.now });
      }),
    ),

    on(contract.joinEsperaPublica, ({ params, body, ctx, ip, c, idempotency }) => {
      if (body.sitioWeb) throw invalid('sitioWeb', 'Deja este campo vacío.');
      const visita = { ip, userAgent: c.req.header('user-agent')?.slice(0, 300) };
      return transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, () =>
          joinPublico(trx, ctx, params.slug, body, visita),
        ),
      );
    }),

    on(contract.getEsperaPublica, ({ params, ctx }) => readEsperaPublica(db, params, ctx.now)),

    on(contract.leaveEspera, ({ params, ctx }) =>
      transaction(db, async (trx) => {
        await leaveEspera(trx, ctx, deps, params);
        return readEsperaPublica(trx, params, ctx.now);
      }),
    ),
  ];
}
