import { randomBytes } from 'node:crypto';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { hasSeat, insertEspera, lockTaller } from './espera.queries.ts';

type Nueva = { tallerId: number; clienteId: number; cantidad: number; canal: 'WEB' | 'STAFF' };

/**
 * Opens the page of one's own place: 128 bits, so that it cannot be guessed; letters and digits alone, because
 * messengers cut other signs off the end of a link.
 */
const newCodigo = () => randomBytes(16).toString('hex');

/** The refusals, as the person themselves or staff is told them. */
const words = {
  WEB: {
    inscrito:
      'Ya tienes una inscripción en este taller con este correo. Si quieres cambiarla, escríbenos.',
    enEspera: 'Ya estás en la lista de espera de este taller con este correo.',
    quedan: 'Todavía quedan cupos en este taller: inscríbete sin esperar.',
  },
  STAFF: {
    inscrito: 'Esta persona ya tiene una inscripción en este taller.',
    enEspera: 'Esta persona ya está en la lista de espera de este taller.',
    quedan: 'Todavía quedan cupos en este taller: no hace falta esperar.',
  },
};

/**
 * Puts a person at the end of the waitlist of a full Taller. The lifecycle was told before (it locks the Cliente).
 * @returns the id of their place.
 * @throws {AppError} NO_ENCONTRADO, TALLER_NO_DISPONIBLE, VALIDACION (a group larger than the Taller),
 * YA_INSCRITO, YA_EN_ESPERA, ESTADO_NO_PERMITE when there are seats that nobody waits for.
 */
export async function joinEspera(
  trx: Trx,
  ctx: Ctx,
  { tallerId, clienteId, cantidad, canal }: Nueva,
): Promise<number> {
  const taller = found(await lockTaller(trx, tallerId), 'ese taller');
  const no = (title: string) => new AppError('TALLER_NO_DISPONIBLE', title);
  if (taller.estado === 'ANULADO') throw no(`El taller «${taller.titulo}» fue anulado.`);
  if (taller.estado === 'BORRADOR') throw no(`El taller «${taller.titulo}» no está publicado.`);
  if (taller.iniciaEn <= ctx.now) throw no(`El taller «${taller.titulo}» ya comenzó.`);
  if (cantidad > taller.cupos) {
    throw invalid('cantidad', `Este taller es de ${taller.cupos} cupos en total.`);
  }
  if (await hasSeat(trx, { tallerId, clienteId }, ctx.now)) {
    throw new AppError('YA_INSCRITO', words[canal].inscrito);
  }
  const creado = { creadoPor: ctx.usuarioId, creadoEn: ctx.now };
  const nueva = { codigo: newCodigo(), tallerId, clienteId, cantidad, canal, ...creado };
  const id = await insertEspera(trx, nueva);
  if (id === undefined) throw new AppError('YA_EN_ESPERA', words[canal].enEspera);
  if (taller.libres >= cantidad && !taller.hayEspera) {
    throw new AppError('ESTADO_NO_PERMITE', words[canal].quedan);
  }
  return id;
}
