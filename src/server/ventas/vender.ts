import type { z } from 'zod';
import type { EstadoPago } from '#contract/cobros.ts';
import type { asistenteCampos } from '#contract/ventas.ts';
import { estadoDePago } from '../cobros/cobros.policy.ts';
import { newCodigo } from '../cobros/codigo.ts';
import type { LineaDeVenta } from '../cobros/lineas.queries.ts';
import {
  insertCobro,
  type NuevaLineaCurso,
  type NuevaLineaProducto,
  type NuevaLineaTaller,
} from '../cobros/nuevoCobro.queries.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import type { AppError } from '../core/errors.ts';
import { openAccesos } from '../cursos/acceso.queries.ts';
import { queueEmail } from '../emails/queueEmail.ts';
import { insertAsistentes } from '../inscripciones/inscripciones.queries.ts';
import { byProducto, takeStock, whyNoStock } from '../productos/stock.ts';
import { type Plazo, takeCupos, whyNoCupos } from '../talleres/cupos.ts';
import { assertSinAcceso } from './yaTieneCurso.ts';

type Asistente = z.output<typeof asistenteCampos>;
export type Linea =
  | (NuevaLineaTaller & { asistentes?: Asistente[] | undefined })
  | NuevaLineaCurso
  | NuevaLineaProducto;
export type Venta = {
  clienteId: number;
  /** The company that is charged, if one is. */
  empresaId: number | null;
  canal: 'WEB' | 'STAFF';
  venceEn: string | null;
  lineas: Linea[];
};
export type Vendido = {
  cobroId: number;
  codigo: string;
  estado: EstadoPago;
  total: number;
  /** What was written, for `takeAll`. */
  lineas: LineaDeVenta[];
};

type Pendiente = 'COMPRA_PENDIENTE' | 'COMPRA_CONFIRMADA';

/** What a sale of these lines is for the lifecycle, before any payment. */
export function eventoDeVenta(lineas: Linea[]): Pendiente {
  return totalDe(lineas) === 0 ? 'COMPRA_CONFIRMADA' : 'COMPRA_PENDIENTE';
}

/** The sum of the lines, in pesos. */
function totalDe(lineas: Linea[]): number {
  return lineas.reduce((sum, l) => sum + l.precioUnitario * l.cantidad - l.descuento, 0);
}

/**
 * Writes a sale: its Cobro and lines with their prices frozen, in pesos. The lifecycle was told before (it
 * locks the Cliente), and its seats and stock are still to be taken, by `takeAll`, as the last thing of the
 * transaction.
 * @throws {AppError} YA_INSCRITO when the person has access to one of the courses today.
 */
export async function writeVenta(trx: Trx, ctx: Ctx, venta: Venta): Promise<Vendido> {
  const cursoIds = venta.lineas.flatMap((linea) => (linea.tipo === 'CURSO' ? linea.cursoId : []));
  if (cursoIds.length > 0) {
    await assertSinAcceso(trx, ctx, venta.clienteId, cursoIds, venta.canal);
  }
  const total = totalDe(venta.lineas);
  const estado = estadoDePago({ total, pagado: 0, vivas: venta.lineas.length });
  const codigo = newCodigo();
  const { cobroId, lineas } = await insertCobro(trx, {
    codigo,
    clienteId: venta.clienteId,
    empresaId: venta.empresaId,
    canal: venta.canal,
    venceEn: estado === 'PAGADO' ? null : venta.venceEn,
    estado,
    total,
    usuarioId: ctx.usuarioId,
    now: ctx.now,
    lineas: venta.lineas,
  });
  if (estado === 'PAGADO' && cursoIds.length > 0) await openAccesos(trx, ctx.now, cobroId);
  for (const linea of venta.lineas) {
    if (linea.tipo !== 'TALLER' || !linea.asistentes?.length) continue;
    const row = lineas.find(({ tipo, itemId }) => tipo === 'TALLER' && itemId === linea.tallerId);
    if (row) await insertAsistentes(trx, row.id, linea.asistentes);
  }
  return { cobroId, codigo, estado, total, lineas };
}

/**
 * Queues the mail that tells a sale and how to pay what is owed, to whom it was sold. It is written when it is
 * sent, so that it tells also what was paid by then.
 */
export async function queueConfirmacion(
  trx: Trx,
  ctx: Ctx,
  cobroId: number,
  clienteId: number,
): Promise<void> {
  await queueEmail(trx, ctx, {
    automatico: 'INSCRIPCION_RECIBIDA',
    clienteId,
    referencia: { cobro: cobroId },
    causa: String(cobroId),
  });
}

type Reservable = Pick<LineaDeVenta, 'id' | 'tipo' | 'itemId' | 'cantidad'>;

/** What a sale asked for is not there: which, and what to tell the person. `withHoldsCleared` deals with it. */
export class Agotado extends Error {
  readonly item: { tallerId: number } | { productoId: number };
  readonly why: AppError;

  constructor(item: Agotado['item'], why: AppError) {
    super(why.message);
    this.item = item;
    this.why = why;
  }
}

/**
 * Takes every seat and all the stock of a Cobro or throws: Talleres in id order, then products in id order.
 * @throws {Agotado} inside `withHoldsCleared`, which makes of it SIN_CUPOS, TALLER_NO_DISPONIBLE, SIN_STOCK or
 * PRODUCTO_NO_DISPONIBLE.
 */
export async function takeAll(
  trx: Trx,
  ctx: Ctx,
  lineas: readonly Reservable[],
  plazo: Plazo,
): Promise<void> {
  const of = (tipo: Reservable['tipo']) =>
    lineas.filter((linea) => linea.tipo === tipo).toSorted((a, b) => a.itemId - b.itemId);
  for (const { itemId: tallerId, cantidad } of of('TALLER')) {
    const one = { tallerId, cantidad };
    if (await takeCupos(trx, one, plazo, ctx.now)) continue;
    throw new Agotado({ tallerId }, await whyNoCupos(trx, one, ctx.now));
  }
  const stock = of('PRODUCTO').map(({ id, itemId: productoId, cantidad }) => ({
    id,
    productoId,
    cantidad,
  }));
  for (const group of byProducto(stock)) {
    if (await takeStock(trx, ctx, group)) continue;
    const productoId = group[0]?.productoId ?? 0;
    const cantidad = group.reduce((sum, linea) => sum + linea.cantidad, 0);
    throw new Agotado({ productoId }, await whyNoStock(trx, { productoId, cantidad }));
  }
}
