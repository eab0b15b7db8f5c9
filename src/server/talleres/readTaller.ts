import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Taller } from '#contract/talleres.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { tallerPuede } from './talleres.policy.ts';
import {
  presentTallerItem,
  selectCuentaDeTaller,
  selectDemanda,
  selectTaller,
} from './talleres.queries.ts';

/**
 * A Taller with its seats, its money in pesos, and what this role may do with it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readTaller(db: Db | Trx, ctx: Ctx, id: number, rol: Rol): Promise<Taller> {
  const row = found(await selectTaller(db, id), 'ese taller');
  const { pagados, abonados, pendientes, vendido, pagado } = await selectCuentaDeTaller(db, id);
  const permisos = permisosDe(rol);
  return {
    ...row,
    ...presentTallerItem(row),
    asientos: { pagados, abonados, pendientes, libres: row.cuposLibres },
    espera: await selectDemanda(db, id),
    ingresos: { vendido, pagado, porCobrar: vendido - pagado },
    puede: tallerPuede(
      row,
      {
        escribir: permisos.includes('talleres:escribir'),
        vender: permisos.includes('ventas:escribir'),
      },
      ctx.now,
    ),
  };
}
