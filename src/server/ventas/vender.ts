import type { z } from 'zod';
import type { EstadoPago } from '#contract/cobros.ts';
import type { asistenteCampos } from '#contract/ventas.ts';
import { vencer } from '../cobros/anular.ts';
import { estadoDePago } from '../cobros/cobros.policy.ts';
import { insertCobro } from '../cobros/cobros.queries.ts';
import { newCodigo } from '../cobros/codigo.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { insertAsistentes, type NuevaLinea } from '../inscripciones/inscripciones.queries.ts';
import { type Plazo, takeCupos, whyNoCupos } from '../talleres/cupos.ts';
import type { Cupos } from '../talleres/talleres.policy.ts';

type Asistente = z.output<typeof asistenteCampos>;
export type Linea = NuevaLinea & { asistentes?: Asistente[] | undefined };
export type Venta = {
  clienteId: number;
  canal: 'WEB' | 'STAFF';
  venceEn: string | null;
  lineas: Linea[];
};
export type Vendido = { cobroId: number; codigo: string; estado: EstadoPago; total: number };

type Pendiente = 'COMPRA_PENDIENTE' | 'COMPRA_CONFIRMADA';

/** What a sale of these lines is for the lifecycle, before any payment. */
export function eventoDeVenta(lineas: Linea[]): Pendiente {
  return totalDe(lineas) === 0 ? 'COMPRA_CONFIRMADA' : 'COMPRA_PENDIENTE';
}

function totalDe(lineas: Linea[]): number {
  return lineas.reduce((sum, l) => sum + l.precioUnitario * l.cantidad - l.descuento, 0);
}

/**
 * Writes a sale: its Cobro and lines with their prices frozen, in pesos. The lifecycle was told before (it
 * locks the Cliente), and its seats are still to be taken, by `takeAll`, as the last thing of the
 * transaction.
 */
export async function writeVenta(trx: Trx, ctx: Ctx, venta: Venta): Promise<Vendido> {
  const total = totalDe(venta.lineas);
  const estado = estadoDePago({ total, pagado: 0, vivas: venta.lineas.length });
  const codigo = newCodigo();
  const { cobroId, inscripciones } = await insertCobro(trx, {
    codigo,
    clienteId: venta.clienteId,
    canal: venta.canal,
    venceEn: estado === 'PAGADO' ? null : venta.venceEn,
    estado,
    total,
    usuarioId: ctx.usuarioId,
    now: ctx.now,
    lineas: venta.lineas.map(({ asistentes: _, ...linea }) => linea),
  });
  for (const { id, tallerId } of inscripciones) {
    const asistentes = venta.lineas.find((l) => l.tallerId === tallerId)?.asistentes ?? [];
    await insertAsistentes(trx, id, asistentes);
  }
  return { cobroId, codigo, estado, total };
}

/** The most expired holds that one buyer clears away; the job takes the rest. */
const MAX_FREED = 200;

/**
 * Takes every seat of a Cobro or throws, Talleres in id order. A full Taller first gives back its expired
 * holds.
 * @throws {AppError} SIN_CUPOS, TALLER_NO_DISPONIBLE, NO_ENCONTRADO.
 */
export async function takeAll(
  trx: Trx,
  ctx: Ctx,
  cobroId: number,
  cupos: Cupos[],
  plazo: Plazo,
): Promise<void> {
  for (const one of cupos.toSorted((a, b) => a.tallerId - b.tallerId)) {
    if (await takeCupos(trx, one, plazo, ctx.now)) continue;
    const freed = await vencer(trx, ctx, {
      tallerId: one.tallerId,
      exceptCobroId: cobroId,
      limit: MAX_FREED,
    });
    if (freed > 0 && (await takeCupos(trx, one, plazo, ctx.now))) continue;
    throw await whyNoCupos(trx, one, ctx.now);
  }
}
