import { insertConsentimiento } from '../clientes/captura.queries.ts';
import { readTextoConsentimiento } from '../clientes/consentimiento.queries.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { insertSupresiones } from '../emails/supresion.queries.ts';
import { suppressQueued } from '../emails/suprimir.ts';
import { insertEventoBaja, lastAccion, lockPersonas } from './consentimiento.queries.ts';

export type Baja = {
  /** Lower case: the address that gets nothing promotional any more. */
  email: string;
  /** Whom the message was for, who may have another address by now. */
  clienteId?: number | null;
  /** The message by which they did it. */
  mensaje?: { id: number; campanaId: number | null };
  canal: string;
  evidencia: Record<string, unknown>;
};

/**
 * An address wants no more news, from now on, what is queued included. Who is behind it withdraws their consent, with
 * its proof. Done again it changes nothing. After the commit the caller waits by `settleBaja`.
 */
export async function darDeBaja(trx: Trx, ctx: Ctx, baja: Baja): Promise<void> {
  const { email, clienteId = null, mensaje, canal, evidencia } = baja;
  const personas = await lockPersonas(trx, email, clienteId);
  const motivo = 'BAJA' as const;
  await insertSupresiones(trx, [email], {
    motivo,
    emailLogId: mensaje?.id,
    creadoPor: ctx.usuarioId,
    now: ctx.now,
  });
  const words = await readTextoConsentimiento(trx);
  for (const persona of personas) {
    if ((await lastAccion(trx, persona.id)) === 'RETIRADO') continue;
    await insertConsentimiento(trx, {
      ...words,
      clienteId: persona.id,
      email: persona.email ?? email,
      canal,
      evidencia: { ...(mensaje && { mensaje: mensaje.id }), ...evidencia },
      now: ctx.now,
      accion: 'RETIRADO',
    });
  }
  if (mensaje) await insertEventoBaja(trx, mensaje, ctx.now);
  await suppressQueued(trx, email, { soloComercial: true, respuesta: 'Se dio de baja.' });
}
