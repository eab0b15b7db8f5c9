import type { z } from 'zod';
import type { Cobro } from '#contract/cobros.ts';
import type { Rol } from '#contract/permisos.ts';
import type { createVenta as contract } from '#contract/ventas.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { readCobro } from '../cobros/readCobro.ts';
import { registrarPago } from '../cobros/registrarPago.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, invalid } from '../core/errors.ts';
import { priceLines } from './priceLines.ts';
import { eventoDeVenta, queueConfirmacion, takeAll, writeVenta } from './vender.ts';

type Input = z.output<typeof contract.body>;

/** @throws {AppError} VALIDACION when the person is not a contact of the company that would be charged. */
async function assertContact(trx: Trx, clienteId: number, empresaId: number): Promise<void> {
  const cliente = await trx
    .selectFrom('cliente')
    .select('empresaId')
    .where('id', '=', clienteId)
    .executeTakeFirst();
  if (cliente && cliente.empresaId !== empresaId) {
    throw invalid('clienteId', 'Esta persona no es contacto de esa empresa.');
  }
}

/**
 * Staff sells lines to a Cliente, or to a company through its contact: all reserved or none, with a payment if
 * there is one; a single mail tells of both.
 * @throws {AppError} VALIDACION, SIN_CUPOS, TALLER_NO_DISPONIBLE, SIN_STOCK, PRODUCTO_NO_DISPONIBLE,
 * CURSO_NO_DISPONIBLE, YA_INSCRITO (in a course), REFERENCIA_DUPLICADA. Runs inside `withHoldsCleared`.
 */
export async function createVenta(trx: Trx, ctx: Ctx, input: Input, rol: Rol): Promise<Cobro> {
  if (input.venceEn && input.venceEn <= ctx.now) {
    throw invalid('venceEn', 'El plazo debe terminar en el futuro.');
  }
  const lineas = await priceLines(trx, input.lineas);
  const { clienteId, empresaId = null } = input;
  await registerEvento(trx, ctx, clienteId, eventoDeVenta(lineas)).catch((error) => {
    const unknown = error instanceof AppError && error.code === 'NO_ENCONTRADO';
    throw unknown ? invalid('clienteId', 'Ese cliente no existe.') : error;
  });
  if (empresaId !== null) await assertContact(trx, clienteId, empresaId);
  const vendido = await writeVenta(trx, ctx, {
    clienteId,
    empresaId,
    canal: 'STAFF',
    venceEn: input.venceEn ?? null,
    lineas,
  });
  await audit(trx, ctx, {
    accion: 'VENDER',
    entidad: 'COBRO',
    entidadId: vendido.cobroId,
    despues: { clienteId, empresaId, total: vendido.total, lineas },
  });
  if (input.pago) {
    await registrarPago(trx, ctx, vendido.cobroId, input.pago, { conVenta: true });
  }
  const cobro = await readCobro(trx, vendido.cobroId, rol);
  await queueConfirmacion(trx, ctx, vendido.cobroId, clienteId);
  await takeAll(trx, ctx, vendido.lineas, 'SIEMPRE');
  return cobro;
}
