import { registerEvento } from '../clientes/cambiarEstado.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { isMaquina, type Visita } from './maquina.policy.ts';
import { hasCliente, insertEvento, type Medido, markVisto } from './seguimiento.queries.ts';

type Que = { tipo: 'APERTURA'; url: null } | { tipo: 'CLIC'; url: string };

/**
 * Writes that a message was opened or one of its links followed, unless its campaign does not measure. A program's visit
 * is told apart and counts for nothing else; a click by a person is activity of theirs.
 */
export async function registerVisita(
  db: Db,
  ctx: Ctx,
  mensaje: Medido,
  { tipo, url }: Que,
  visita: Omit<Visita, 'enviadoEn' | 'now'>,
): Promise<void> {
  if (!mensaje.seguimiento) return;
  const maquina = isMaquina({ ...visita, enviadoEn: mensaje.enviadoEn, now: ctx.now });
  const { clienteId } = mensaje;
  await transaction(db, async (trx) => {
    if (!maquina && tipo === 'CLIC' && clienteId !== null && (await hasCliente(trx, clienteId))) {
      await registerEvento(trx, ctx, clienteId, 'ACTIVIDAD');
    }
    if (!maquina) await markVisto(trx, mensaje.id, tipo, ctx.now);
    await insertEvento(trx, mensaje, { tipo, url, detalle: visita.userAgent, maquina }, ctx.now);
  });
}
