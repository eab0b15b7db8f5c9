import type { z } from 'zod';
import type { Cobro } from '#contract/cobros.ts';
import type { Rol } from '#contract/permisos.ts';
import type { createVenta } from '#contract/ventas.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { readCobro } from '../cobros/readCobro.ts';
import { registrarPago } from '../cobros/registrarPago.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, invalid } from '../core/errors.ts';
import { eventoDeVenta, type Linea, takeAll, writeVenta } from './vender.ts';

type Input = z.output<typeof createVenta.body>;

/** @throws {AppError} VALIDACION naming each field that does not fit. */
async function priceLines(trx: Trx, input: Input): Promise<Linea[]> {
  const talleres = await trx
    .selectFrom('taller')
    .select(['id', 'precio', 'afectoIva'])
    .where(
      'id',
      'in',
      input.lineas.map((l) => l.tallerId),
    )
    .execute();
  const seen = new Set<number>();
  return input.lineas.map((linea, i) => {
    const field = (name: string) => `lineas.${i}.${name}`;
    const taller = talleres.find((t) => t.id === linea.tallerId);
    if (!taller) throw invalid(field('tallerId'), 'Ese taller no existe.');
    if (seen.has(taller.id))
      throw invalid(field('tallerId'), 'Este taller está repetido; suma los cupos.');
    seen.add(taller.id);
    const descuento = linea.descuento ?? 0;
    if (descuento > taller.precio * linea.cantidad) {
      throw invalid(field('descuento'), 'El descuento es mayor que el precio.');
    }
    if (descuento > 0 && !linea.descuentoMotivo) {
      throw invalid(field('descuentoMotivo'), 'Escribe el motivo del descuento.');
    }
    if ((linea.asistentes?.length ?? 0) > linea.cantidad) {
      throw invalid(field('asistentes'), 'Hay más asistentes que cupos.');
    }
    return {
      tallerId: taller.id,
      cantidad: linea.cantidad,
      precioUnitario: taller.precio,
      afectoIva: taller.afectoIva,
      descuento,
      descuentoMotivo: descuento > 0 ? (linea.descuentoMotivo ?? null) : null,
      asistentes: linea.asistentes,
    };
  });
}

/**
 * Staff sells lines to a Cliente: all reserved or none, with a payment if there is one.
 * @throws {AppError} VALIDACION, SIN_CUPOS, TALLER_NO_DISPONIBLE, REFERENCIA_DUPLICADA; a second live seat
 * in the same Taller surfaces as the database's own refusal, see `withOneSeatEach`.
 */
export async function inscribir(trx: Trx, ctx: Ctx, input: Input, rol: Rol): Promise<Cobro> {
  if (input.venceEn && input.venceEn <= ctx.now) {
    throw invalid('venceEn', 'El plazo debe terminar en el futuro.');
  }
  const lineas = await priceLines(trx, input);
  const { clienteId } = input;
  await registerEvento(trx, ctx, clienteId, eventoDeVenta(lineas)).catch((error) => {
    const unknown = error instanceof AppError && error.code === 'NO_ENCONTRADO';
    throw unknown ? invalid('clienteId', 'Ese cliente no existe.') : error;
  });
  const vendido = await writeVenta(trx, ctx, {
    clienteId,
    canal: 'STAFF',
    venceEn: input.venceEn ?? null,
    lineas,
  });
  await audit(trx, ctx, {
    accion: 'VENDER',
    entidad: 'COBRO',
    entidadId: vendido.cobroId,
    despues: { clienteId, total: vendido.total, lineas },
  });
  if (input.pago) await registrarPago(trx, ctx, vendido.cobroId, input.pago);
  const cobro = await readCobro(trx, vendido.cobroId, rol);
  await takeAll(trx, ctx, vendido.cobroId, lineas, 'SIEMPRE');
  return cobro;
}
