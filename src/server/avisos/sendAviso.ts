import type { Aviso } from '#contract/avisos.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { isPendiente, textoCompleto } from './avisos.policy.ts';
import { lockAviso, markDiscarded, markSent } from './avisos.queries.ts';
import { makeEnlace } from './makeEnlace.ts';
import { type Presenter, presentAviso } from './presentAviso.ts';

/**
 * Takes a message as sent, once, and tells it whole. Asked again it tells the same; a link of access is made
 * anew each time, as only its hash is kept.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE when it was discarded, expired, or has nobody to let in.
 */
export async function sendAviso(
  trx: Trx,
  ctx: Ctx,
  id: number,
  presenter: Presenter,
): Promise<Aviso> {
  const aviso = found(await lockAviso(trx, id), 'ese mensaje');
  const pendiente = isPendiente(aviso, ctx.now);
  if (!pendiente && aviso.enviadoEn === null) {
    const title =
      aviso.descartadoEn === null
        ? 'Este mensaje ya venció y no sirve enviarlo.'
        : 'Este mensaje se descartó. Si hace falta, se prepara otro.';
    throw new AppError('ESTADO_NO_PERMITE', title);
  }
  const url =
    aviso.tipo === 'ENLACE_PORTAL'
      ? (await makeEnlace(trx, ctx, aviso.cliente.id, presenter.publicUrl)).url
      : null;
  if (pendiente) {
    await markSent(trx, id, ctx);
    await audit(trx, ctx, {
      accion: 'ENVIAR_AVISO',
      entidad: 'CLIENTE',
      entidadId: aviso.cliente.id,
      despues: { asunto: aviso.asunto },
    });
  }
  const sent = presentAviso(found(await lockAviso(trx, id), 'ese mensaje'), presenter);
  return { ...sent, texto: textoCompleto(sent.texto, url) };
}

/**
 * Lets a message go unsent. Repeating it changes nothing.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE when it was sent.
 */
export async function discardAviso(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const aviso = found(await lockAviso(trx, id), 'ese mensaje');
  if (aviso.enviadoEn !== null) {
    throw new AppError('ESTADO_NO_PERMITE', 'Este mensaje ya se envió: no se puede descartar.');
  }
  if (aviso.descartadoEn !== null) return;
  await markDiscarded(trx, id, ctx.now);
  await audit(trx, ctx, {
    accion: 'DESCARTAR_AVISO',
    entidad: 'CLIENTE',
    entidadId: aviso.cliente.id,
    despues: { asunto: aviso.asunto },
  });
}
