import { sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import type { Clave } from './datos.policy.ts';

/**
 * Marks what was agreed to by the address that is not kept: it speaks for that address alone. `clienteId` is whose
 * consents they were. Returns which it marked.
 */
export async function markAjenos(
  trx: Trx,
  clienteId: number,
  email: string | null,
): Promise<Clave[]> {
  if (email === null) return [];
  const { rows } = await sql<{ id: number }>`
    update consentimiento set ajeno = true
    where cliente_id = ${clienteId} and not ajeno and email <> ${email} returning id`.execute(trx);
  return rows.map((row) => row.id);
}

export async function unmarkAjenos(trx: Trx, ids: Clave[]): Promise<void> {
  await sql`update consentimiento set ajeno = false where id = any(${ids}::bigint[])`.execute(trx);
}

/** Which consents a Cliente has. */
export async function selectConsentimientos(trx: Trx, clienteId: number): Promise<Clave[]> {
  const { rows } = await sql<{ id: number }>`
    select id from consentimiento where cliente_id = ${clienteId} order by id`.execute(trx);
  return rows.map((row) => row.id);
}

type Nuevos = {
  principalId: number;
  /** The addresses of the principal: before the merge, and from here on. */
  emails: { antes: string | null; ahora: string | null };
  absorbido: { id: number; email: string | null };
  /** The consents that were there when the two became one. */
  conocidos: Clave[];
};

/**
 * Gives what was said while two were one to whom it speaks for, when each is on their own again: what the address of
 * the absorbed said, or one that was merged into it before, goes with it. Of what stays, a yes by an address that is
 * not the principal's speaks for that address alone; a no by one that was theirs holds.
 */
export async function divideNuevos(
  trx: Trx,
  { principalId, emails, absorbido, conocidos }: Nuevos,
): Promise<void> {
  const nuevos = sql`cliente_id = ${principalId} and id <> all(${conocidos}::bigint[])`;
  await sql`
    update consentimiento set cliente_id = ${absorbido.id}, ajeno = ajeno and email is distinct from ${absorbido.email}
    where ${nuevos} and (email = ${absorbido.email} or email in (
      select absorbido_email from fusion where principal_id = ${absorbido.id}))`.execute(trx);
  await sql`
    update consentimiento set ajeno = case
      when email = ${emails.ahora} then false
      when accion = 'OTORGADO' then true
      else ajeno and email is distinct from ${emails.antes} end
    where ${nuevos}`.execute(trx);
}
