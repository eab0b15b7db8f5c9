import * as contract from '#contract/productos.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { idempotent } from '../core/http/idempotency.ts';
import { on } from '../core/http/route.ts';
import { listMovimientos } from './listMovimientos.ts';
import { listProductos } from './listProductos.ts';
import { listVentasProducto } from './listVentasProducto.ts';
import { readProducto } from './readProducto.ts';
import { readVentaProducto } from './readVentaProducto.ts';
import { registrarMovimiento } from './registrarMovimiento.ts';
import { setEntrega } from './setEntrega.ts';
import {
  createProducto,
  seeAlertaProducto,
  setEstadoProducto,
  updateProducto,
} from './writeProducto.ts';

export function productosRoutes({ db }: Deps) {
  return [
    on(contract.listProductos, ({ query }) => listProductos(db, query)),

    on(contract.getProducto, ({ params, usuario }) => readProducto(db, params.id, usuario.rol)),

    on(contract.createProducto, ({ body, ctx, usuario }) =>
      transaction(db, async (trx) =>
        readProducto(trx, await createProducto(trx, ctx, body), usuario.rol),
      ),
    ),

    on(contract.updateProducto, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await updateProducto(trx, ctx, params.id, body);
        return readProducto(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.setEstadoProducto, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await setEstadoProducto(trx, ctx, params.id, body);
        return readProducto(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.seeAlertaProducto, ({ params, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await seeAlertaProducto(trx, ctx, params.id);
        return readProducto(trx, params.id, usuario.rol);
      }),
    ),

    on(contract.listMovimientos, ({ params, query }) => listMovimientos(db, params.id, query)),

    on(contract.createMovimiento, ({ params, body, ctx, usuario, idempotency }) =>
      transaction(db, (trx) =>
        idempotent(trx, idempotency, ctx.now, async () => {
          const movimientoId = await registrarMovimiento(trx, ctx, params.id, body);
          const producto = await readProducto(trx, params.id, usuario.rol);
          return { ...producto, movimientoId: movimientoId ?? null };
        }),
      ),
    ),

    on(contract.listVentasProducto, ({ query, ctx, usuario }) =>
      listVentasProducto(db, query, ctx.now, usuario.rol),
    ),

    on(contract.setEntrega, ({ params, body, ctx, usuario }) =>
      transaction(db, async (trx) => {
        await setEntrega(trx, ctx, params.id, body);
        return readVentaProducto(trx, params.id, ctx.now, usuario.rol);
      }),
    ),
  ];
}
