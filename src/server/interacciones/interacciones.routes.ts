import * as contract from '#contract/interacciones.ts';
import { selectEquipo } from '../auth/equipo.queries.ts';
import { assignClientes } from '../clientes/assignClientes.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { found } from '../core/errors.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { localDate } from '../core/time.ts';
import { assignSeguimientos, completeSeguimiento } from './cambiarSeguimientos.ts';
import { createInteraccion } from './createInteraccion.ts';
import { deleteInteraccion } from './deleteInteraccion.ts';
import type { Viewer } from './interacciones.policy.ts';
import { presentInteraccion, selectInteraccion } from './interacciones.queries.ts';
import { listInteracciones } from './listInteracciones.ts';
import { listSeguimientos } from './listSeguimientos.ts';
import { updateInteraccion } from './updateInteraccion.ts';

export function interaccionesRoutes({ db, config }: Deps) {
  const zone = config.TZ_NEGOCIO;
  const lookOf = (viewer: Viewer, ctx: Ctx) => ({ viewer, today: localDate(ctx.now, zone) });
  const read = async (from: Db | Trx, id: number, viewer: Viewer, ctx: Ctx) =>
    presentInteraccion(
      found(await selectInteraccion(from, id), 'esa interacción'),
      lookOf(viewer, ctx),
    );

  return [
    on(contract.listInteracciones, ({ query, usuario, ctx }) =>
      listInteracciones(db, query, { ...lookOf(usuario, ctx), zone }),
    ),

    on(contract.listSeguimientos, ({ query, usuario, ctx }) =>
      listSeguimientos(db, query, lookOf(usuario, ctx)),
    ),

    on(contract.getInteraccion, ({ params, usuario, ctx }) => read(db, params.id, usuario, ctx)),

    on(contract.createInteraccion, ({ body, usuario, ctx, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () =>
          read(trx, await createInteraccion(trx, ctx, body, zone), usuario, ctx),
        ),
      ),
    ),

    on(contract.updateInteraccion, ({ params, body, usuario, ctx }) =>
      transaction(db, async (trx) => {
        await updateInteraccion(trx, ctx, params.id, body, zone);
        return read(trx, params.id, usuario, ctx);
      }),
    ),

    on(contract.deleteInteraccion, ({ params, usuario, ctx }) =>
      transaction(db, async (trx) => {
        await deleteInteraccion(trx, ctx, params.id, usuario);
        return undefined;
      }),
    ),

    on(contract.completeSeguimiento, ({ params, body, usuario, ctx }) =>
      transaction(db, async (trx) => {
        await completeSeguimiento(trx, ctx, params.id, body.hecho);
        return read(trx, params.id, usuario, ctx);
      }),
    ),

    on(contract.assignSeguimientos, ({ body, ctx }) =>
      transaction(db, (trx) => assignSeguimientos(trx, ctx, body, zone)),
    ),

    on(contract.assignClientes, ({ body, ctx }) =>
      transaction(db, (trx) => assignClientes(trx, ctx, body)),
    ),

    on(contract.listResponsables, async () => ({ items: await selectEquipo(db) })),
  ];
}
