import { sql } from 'kysely';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { byProducto, takeStock } from '../productos/stock.ts';
import { takeCupos } from '../talleres/cupos.ts';
import { type LineaDeVenta, reviveLines, selectVencidas } from './lineas.queries.ts';
import { recalcular } from './recalcular.ts';

/** Takes all that the lines hold, talleres and then products in id order; false as soon as one is not there. */
async function takeLines(trx: Trx, ctx: Ctx, lineas: LineaDeVenta[]): Promise<boolean> {
  const talleres = lineas.filter(({ tipo }) => tipo === 'TALLER');
  for (const { itemId: tallerId, cantidad } of talleres.sort((a, b) => a.itemId - b.itemId)) {
    if (!(await takeCupos(trx, { tallerId, cantidad }, 'ANTES_DE_TERMINAR', ctx.now))) return false;
  }
  const productos = lineas
    .filter(({ tipo }) => tipo === 'PRODUCTO')
    .map(({ id, itemId: productoId, cantidad }) => ({ id, productoId, cantidad }));
  for (const group of byProducto(productos)) {
    if (!(await takeStock(trx, ctx, group))) return false;
  }
  return true;
}

/**
 * Takes again what an expired Cobro held, for its late payment: all of it or nothing. When some of it is
 * gone, the Taller is over, or the person bought it anew, the Cobro gets the alert PAGO_SIN_CUPO.
 */
export async function retomar(
  trx: Trx,
  ctx: Ctx,
  cobro: { id: number; clienteId: number },
): Promise<void> {
  const lineas = await selectVencidas(trx, cobro.id);
  await sql`savepoint retomar`.execute(trx);
  const revived = await reviveLines(trx, cobro.id, ctx.now);
  const whole = lineas.length > 0 && revived === lineas.length;
  if (whole) {
    await trx
      .updateTable('cobro')
      .set({ vencidoEn: null, alerta: null })
      .where('id', '=', cobro.id)
      .execute();
    await recalcular(trx, ctx, cobro.id);
    await registerEvento(trx, ctx, cobro.clienteId, 'COMPRA_CONFIRMADA');
    if (await takeLines(trx, ctx, lineas)) return;
  }
  await sql`rollback to savepoint retomar`.execute(trx);
  await trx
    .updateTable('cobro')
    .set({ alerta: 'PAGO_SIN_CUPO' })
    .where('id', '=', cobro.id)
    .execute();
}
