import type { ReservaPublica } from '#contract/publico.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { lockEstado } from '../clientes/estado.queries.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { lockTaller, markAceptada } from '../espera/espera.queries.ts';
import { withdrawOfertas } from '../espera/oferta.ts';
import { takeOfrecidos, whyNoCupos } from '../talleres/cupos.ts';
import { eventoDeVenta, queueConfirmacion, type Venta, writeVenta } from '../ventas/vender.ts';
import { articuloTaller } from './articulos.ts';
import { selectEnVenta } from './publico.queries.ts';
import { readReserva } from './readReserva.ts';

function selectOferta(db: Db | Trx, codigo: string) {
  return db
    .selectFrom('espera')
    .innerJoin('taller', 'taller.id', 'espera.tallerId')
    .leftJoin('cobro', 'cobro.id', 'espera.cobroId')
    .select(['espera.id', 'espera.tallerId', 'espera.clienteId', 'espera.cantidad'])
    .select(['espera.estado', 'espera.ofertaVenceEn', 'taller.slug', 'cobro.codigo as reserva'])
    .where('espera.codigo', '=', codigo)
    .executeTakeFirst();
}

const OFERTA = 'esa oferta';
const vencida = () =>
  new AppError('OFERTA_VENCIDA', 'La oferta venció y el cupo pasó a la siguiente persona.');

/** The Taller that whoever holds this code waits for. @throws {AppError} NO_ENCONTRADO */
export async function tallerDeOferta(db: Db, codigo: string): Promise<number> {
  return found(await selectOferta(db, codigo), OFERTA).tallerId;
}

/**
 * Turns an offer of the waitlist into a sale with the usual web hold, with the seats that the offer held. The
 * Cliente's lock makes it happen once: repeating it answers the same reservation.
 * @throws {AppError} NO_ENCONTRADO, OFERTA_VENCIDA, ESTADO_NO_PERMITE, TALLER_NO_DISPONIBLE; a live seat of the
 * person in the Taller surfaces as the database's own refusal, see `withHoldsCleared`.
 */
export async function aceptarOferta(trx: Trx, ctx: Ctx, codigo: string): Promise<ReservaPublica> {
  const { clienteId, slug } = found(await selectOferta(trx, codigo), OFERTA);
  await lockEstado(trx, clienteId);
  const oferta = found(await selectOferta(trx, codigo), OFERTA);
  if (oferta.reserva) return readReserva(trx, oferta.reserva, ctx.now);
  const over = oferta.ofertaVenceEn !== null && oferta.ofertaVenceEn <= ctx.now;
  if (oferta.estado === 'VENCIDA' || (oferta.estado === 'OFRECIDA' && over)) throw vencida();
  if (oferta.estado !== 'OFRECIDA') {
    const waiting = oferta.estado === 'ESPERANDO';
    const why = waiting ? 'Todavía no hay un cupo para ti.' : 'Ya no estás en la lista de espera.';
    throw new AppError('ESTADO_NO_PERMITE', why);
  }

  const { id, tallerId, cantidad } = oferta;
  const taller = found(await selectEnVenta(trx, slug), 'ese taller');
  const { linea, venceEn } = articuloTaller(taller, cantidad, ctx.now);
  await registerEvento(trx, ctx, clienteId, eventoDeVenta([linea]));
  const venta: Venta = { clienteId, empresaId: null, canal: 'WEB', venceEn, lineas: [linea] };
  const { cobroId, codigo: reserva } = await writeVenta(trx, ctx, venta);
  const answer = await readReserva(trx, reserva, ctx.now);
  await queueConfirmacion(trx, ctx, cobroId, clienteId);

  await lockTaller(trx, tallerId);
  if (!(await markAceptada(trx, id, { now: ctx.now, cobroId }))) throw vencida();
  await withdrawOfertas(trx, ctx, [id]);
  if (!(await takeOfrecidos(trx, { tallerId, cantidad }, ctx.now))) {
    throw await whyNoCupos(trx, { tallerId, cantidad: 0 }, ctx.now);
  }
  return answer;
}
