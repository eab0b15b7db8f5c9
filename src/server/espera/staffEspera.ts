import { registerEvento } from '../clientes/cambiarEstado.ts';
import { audit } from '../core/audit.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { lockTaller } from './espera.queries.ts';
import { joinEspera } from './joinEspera.ts';
import { makeOferta } from './oferta.ts';

/**
 * Staff puts a Cliente on the waitlist.
 * @throws {AppError} VALIDACION, and those of `joinEspera`.
 */
export async function addEspera(
  trx: Trx,
  ctx: Ctx,
  nueva: { tallerId: number; clienteId: number; cantidad: number },
): Promise<number> {
  await registerEvento(trx, ctx, nueva.clienteId, 'LISTA_DE_ESPERA').catch((error) => {
    const unknown = error instanceof AppError && error.code === 'NO_ENCONTRADO';
    throw unknown ? invalid('clienteId', 'Ese cliente no existe.') : error;
  });
  const id = await joinEspera(trx, ctx, { ...nueva, canal: 'STAFF' });
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'ESPERA', entidadId: id, despues: nueva });
  return id;
}

/**
 * Offers free seats to one who waits, out of turn. One who has the offer already keeps it, so that asking twice,
 * or as the worker does the same, makes one offer.
 * @throws {AppError} NO_ENCONTRADO, TALLER_NO_DISPONIBLE, ESTADO_NO_PERMITE, SIN_CUPOS.
 */
export async function offerEspera(trx: Trx, ctx: Ctx, deps: Deps, id: number): Promise<void> {
  const find = () =>
    trx
      .selectFrom('espera')
      .select(['id', 'codigo', 'tallerId', 'clienteId', 'cantidad', 'estado'])
      .where('id', '=', id)
      .executeTakeFirst();
  const { tallerId } = found(await find(), 'ese lugar en la lista de espera');
  const taller = found(await lockTaller(trx, tallerId), 'ese taller');
  const espera = found(await find(), 'ese lugar en la lista de espera');
  if (espera.estado === 'OFRECIDA') return;
  if (espera.estado !== 'ESPERANDO') {
    throw new AppError('ESTADO_NO_PERMITE', 'Esta persona ya no está esperando.');
  }
  if (taller.estado !== 'PUBLICADO' || taller.iniciaEn <= ctx.now) {
    throw new AppError('TALLER_NO_DISPONIBLE', 'Este taller ya no recibe inscripciones.');
  }
  if (taller.libres < espera.cantidad) {
    const libres = Math.max(taller.libres, 0);
    throw new AppError(
      'SIN_CUPOS',
      `Pide ${espera.cantidad} y ${libres === 1 ? 'queda 1 cupo libre' : `quedan ${libres} cupos libres`}.`,
    );
  }
  if (!(await makeOferta(trx, ctx, deps, taller, espera))) {
    throw new AppError('ESTADO_NO_PERMITE', 'Esta persona ya tiene una oferta en otro taller.');
  }
  await audit(trx, ctx, { accion: 'OFRECER', entidad: 'ESPERA', entidadId: id });
}
