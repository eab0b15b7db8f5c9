import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { insertSupresiones } from '../emails/supresion.queries.ts';
import { suppressQueued } from '../emails/suprimir.ts';
import { darDeBaja } from '../supresiones/darDeBaja.ts';
import { settleBaja } from '../supresiones/settleBaja.ts';
import type { TipoRebote } from './rebote.policy.ts';
import { insertRebote, type MensajeEnviado, markMensaje, type Via } from './rebotes.queries.ts';

export type Reporte = {
  huella: string;
  tipo: TipoRebote;
  codigo: string | null;
  detalle: string | null;
  via: Via;
  /** The message it proves to be about. */
  mensaje: MensajeEnviado | undefined;
  /** Whom it says it is about. */
  email: string | null;
  /** Whether its word about the address is to be believed without a message: it came with our shared secret. */
  confiable: boolean;
};

export type Registrado = { nuevo: boolean; tipo: TipoRebote; email: string | null };

/**
 * Records a bounce or complaint, once. A hard bounce and a complaint stop all mail to the address, what is queued
 * included; who complains also withdraws their consent. Without proof of which message came back, or for anything
 * less, nothing but the record is written.
 */
export async function registerRebote(trx: Trx, ctx: Ctx, reporte: Reporte): Promise<Registrado> {
  const { huella, codigo, detalle, via, mensaje, confiable } = reporte;
  const email = mensaje?.email ?? reporte.email;
  const known = mensaje !== undefined || (confiable && email !== null);
  const tipo = known ? reporte.tipo : 'OTRO';
  const emailLogId = mensaje?.id ?? null;
  const nuevo = { huella, tipo, email, emailLogId, codigo, detalle, via };
  const id = await insertRebote(trx, nuevo, ctx.now);
  const result = { nuevo: id !== undefined, tipo, email };
  if (id === undefined || !email || (tipo !== 'DURO' && tipo !== 'RECLAMO')) return result;

  const motivo = tipo === 'DURO' ? 'REBOTE' : 'RECLAMO';
  const words = [codigo, detalle].filter(Boolean).join(' ') || null;
  if (tipo === 'RECLAMO') {
    const clienteId = mensaje?.clienteId ?? null;
    const evidencia = { rebote: id, ...(mensaje && { mensaje: mensaje.id }) };
    await darDeBaja(trx, ctx, { email, clienteId, canal: 'RECLAMO', evidencia });
  }
  const creadoPor = ctx.usuarioId;
  await insertSupresiones(trx, [email], {
    motivo,
    detalle: words,
    emailLogId,
    creadoPor,
    now: ctx.now,
  });
  await suppressQueued(trx, email, { soloComercial: false, respuesta: respuestas[motivo] });
  if (mensaje) await markMensaje(trx, mensaje, motivo, words, ctx.now);
  return result;
}

const respuestas = {
  REBOTE: 'Un mensaje anterior rebotó: la dirección no existe.',
  RECLAMO: 'Marcó un mensaje anterior como spam.',
};

/** After the commit: what was being queued or handed over meanwhile is settled too. */
export async function settleRebote(db: Db, { nuevo, tipo, email }: Registrado): Promise<void> {
  if (nuevo && email && (tipo === 'DURO' || tipo === 'RECLAMO')) await settleBaja(db, email, true);
}
