import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { cancelQueuedOf, lockCliente, writeBloqueo } from './consentimiento.queries.ts';
import { BLOQUEADA } from './settleBaja.ts';

/**
 * A person had the use of their data stopped, or lets it go on: while blocked nothing at all is written to them, and
 * what is queued is taken back.
 * @returns their address, to wait for what is being handed over.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function setBloqueo(
  trx: Trx,
  ctx: Ctx,
  { clienteId, bloqueado, motivo }: { clienteId: number; bloqueado: boolean; motivo: string },
): Promise<string | null> {
  const antes = found(await lockCliente(trx, clienteId), 'ese cliente');
  if ((antes.bloqueadoEn !== null) === bloqueado) return antes.email;
  await writeBloqueo(
    trx,
    clienteId,
    bloqueado ? { en: ctx.now, motivo } : { en: null, motivo: null },
  );
  if (bloqueado) await cancelQueuedOf(trx, clienteId, BLOQUEADA);
  await audit(trx, ctx, {
    accion: bloqueado ? 'BLOQUEAR' : 'DESBLOQUEAR',
    entidad: 'CLIENTE',
    entidadId: clienteId,
    despues: { motivo },
  });
  return antes.email;
}
