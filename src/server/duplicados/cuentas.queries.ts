import { sql } from 'kysely';
import type { Trx } from '../core/db/connect.ts';
import type { Cuentas, Pareja } from './datos.policy.ts';
import { putBack } from './mover.queries.ts';

/**
 * Leaves at most one login to two who become one: that of the address they keep, as each address proves its own. The
 * others are taken out whole, but for where they are signed in: nobody comes back signed in.
 */
export async function takeOutLogins(
  trx: Trx,
  { principalId, absorbidoId }: Pareja,
  email: string | null,
): Promise<Cuentas> {
  const { rows } = await sql<Cuentas>`
    with fuera as (
      select id from usuario
      where cliente_id in (${principalId}, ${absorbidoId}) and email is distinct from ${email}
    )
    select
      coalesce((select jsonb_agg(to_jsonb(u)) from usuario u join fuera using (id)), '[]') as usuario,
      coalesce((select jsonb_agg(to_jsonb(c)) from cuenta c join fuera f on f.id = c.user_id), '[]') as cuenta`.execute(
    trx,
  );
  const [cuentas] = rows;
  if (!cuentas) throw new Error('a statement without FROM gives one row');
  const ids = cuentas.usuario.map((fila) => String(fila.id));
  await sql`delete from usuario where id = any(${ids}::uuid[])`.execute(trx);
  return cuentas;
}

/** Puts the logins back, but those whose address signs in as someone else by now; each has to sign in again. */
export async function putBackLogins(trx: Trx, cuentas: Cuentas): Promise<void> {
  const { usuario, cuenta } = cuentas;
  await putBack(trx, 'usuario', usuario, { cliente_id: 'cliente' });
  await putBack(trx, 'cuenta', cuenta, { user_id: 'usuario' });
}
