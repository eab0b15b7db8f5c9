import { registerEvento } from '../clientes/cambiarEstado.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { reviveLines, selectVencidas } from '../inscripciones/inscripciones.queries.ts';
import { releaseCupos, takeCupos } from '../talleres/cupos.ts';
import { recalcular } from './recalcular.ts';

/**
 * Takes the seats of an expired Cobro again for its late payment: all of them or none. When they are
 * gone, the Taller is over, or the person enrolled anew, the Cobro gets the alert PAGO_SIN_CUPO.
 */
export async function retomarCupos(
  trx: Trx,
  ctx: Ctx,
  cobro: { id: number; clienteId: number },
): Promise<void> {
  const lineas = await selectVencidas(trx, cobro.id);
  const tomadas: typeof lineas = [];
  for (const linea of lineas) {
    if (!(await takeCupos(trx, linea, 'ANTES_DE_TERMINAR', ctx.now))) break;
    tomadas.push(linea);
  }
  const ids = lineas.map((linea) => linea.id);
  const seated = lineas.length > 0 && tomadas.length === lineas.length;
  if (seated && (await reviveLines(trx, ids))) {
    await trx
      .updateTable('cobro')
      .set({ vencidoEn: null, alerta: null })
      .where('id', '=', cobro.id)
      .execute();
    await recalcular(trx, ctx, cobro.id);
    await registerEvento(trx, ctx, cobro.clienteId, 'COMPRA_CONFIRMADA');
    return;
  }
  await releaseCupos(trx, tomadas);
  await trx
    .updateTable('cobro')
    .set({ alerta: 'PAGO_SIN_CUPO' })
    .where('id', '=', cobro.id)
    .execute();
}
