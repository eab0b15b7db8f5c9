import { sql } from 'kysely';
import type { ClaveAutomatico } from '#contract/emails.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { esComercial } from './emails.policy.ts';

export type NuevoAutomatico = {
  automatico: ClaveAutomatico;
  clienteId: number;
  /** What it is about, by ids: its words are made when it is sent. */
  referencia: Record<string, number | string>;
  /** Of the cause: the same one queues one message, however often it is asked for. */
  causa: string;
  /** Not before, and not at all from, these instants (ISO 8601 UTC). */
  desde?: string;
  venceEn?: string | null;
};

/**
 * Puts an automatic mail to a Cliente in the outbox, in the transaction of its cause. Nothing is queued for who has
 * no address or is blocked, nor when the school switched that mail off.
 * @returns whether a message waits by this call.
 */
export async function queueEmail(trx: Trx, ctx: Ctx, nuevo: NuevoAutomatico): Promise<boolean> {
  const { automatico, clienteId, causa } = nuevo;
  const { numAffectedRows = 0n } = await sql`
    insert into email_log (tipo, automatico, referencia, clave, comercial, cliente_id, email,
      disponible_en, vence_en, creado_por, creado_en)
    select 'TRANSACCIONAL', ${automatico}, ${JSON.stringify(nuevo.referencia)}::jsonb,
      ${`${automatico}:${causa}`}, ${esComercial(automatico)}, c.id, c.email,
      ${nuevo.desde ?? ctx.now}::timestamptz, ${nuevo.venceEn ?? null}::timestamptz,
      ${ctx.usuarioId}::uuid, ${ctx.now}::timestamptz
    from cliente c
    where c.id = ${clienteId} and c.email is not null and c.bloqueado_en is null
      and not exists (select from correo_automatico where clave = ${automatico} and not activo)
    on conflict (clave) where clave is not null do nothing`.execute(trx);
  return numAffectedRows > 0n;
}

/**
 * Puts a mail in the outbox for an address that need not be anyone's yet: the confirmation of a subscription.
 * @returns whether a message waits by this call.
 */
export async function queueEmailTo(
  trx: Trx,
  ctx: Ctx,
  nuevo: Omit<NuevoAutomatico, 'clienteId'> & { email: string },
): Promise<boolean> {
  const { automatico, causa, email } = nuevo;
  const { numAffectedRows = 0n } = await sql`
    insert into email_log (tipo, automatico, referencia, clave, comercial, cliente_id, email,
      disponible_en, vence_en, creado_en)
    select 'TRANSACCIONAL', ${automatico}, ${JSON.stringify(nuevo.referencia)}::jsonb,
      ${`${automatico}:${causa}`}, ${esComercial(automatico)},
      (select id from cliente c where c.email = ${email}), ${email},
      ${nuevo.desde ?? ctx.now}::timestamptz, ${nuevo.venceEn ?? null}::timestamptz,
      ${ctx.now}::timestamptz
    where not exists (select from correo_automatico where clave = ${automatico} and not activo)
    on conflict (clave) where clave is not null do nothing`.execute(trx);
  return numAffectedRows > 0n;
}

/** Takes back messages of a kind that nobody was handed yet, whose matter is settled. */
export async function withdrawEmails(
  trx: Trx,
  automatico: ClaveAutomatico,
  causas: string[],
): Promise<void> {
  if (causas.length === 0) return;
  await trx
    .updateTable('emailLog')
    .set({
      estado: 'CANCELADO',
      tomadoPor: null,
      tomadoHasta: null,
      respuesta: 'Ya no hacía falta.',
    })
    .where(
      'clave',
      'in',
      causas.map((causa) => `${automatico}:${causa}`),
    )
    .where('estado', 'in', ['EN_COLA', 'TOMADO'])
    .where('entregaEn', 'is', null)
    .execute();
}
