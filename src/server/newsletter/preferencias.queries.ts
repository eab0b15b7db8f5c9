import { sql } from 'kysely';
import type { Preferencias } from '#contract/suscripcion.ts';
import { clienteDe } from '../clientes/principal.queries.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** Mail about these intereses is wanted again, of those the person has. */
export async function enableIntereses(
  trx: Trx,
  clienteId: number,
  intereses: number[],
): Promise<void> {
  await trx
    .updateTable('clienteInteres')
    .set({ correo: true })
    .where('clienteId', '=', clienteId)
    .where('interesId', 'in', intereses)
    .where('correo', '=', false)
    .execute();
}

/** An interest that is not wanted by mail is kept all the same. */
export async function disableOtherIntereses(
  trx: Trx,
  clienteId: number,
  wanted: number[],
): Promise<void> {
  await sql`
    update cliente_interes set correo = false
    where cliente_id = ${clienteId}::bigint and correo and interes_id <> all(${wanted}::bigint[])`.execute(
    trx,
  );
}

/** The message of a link: to whom it went. */
export function selectDestino(db: Db | Trx, emailLogId: number) {
  return db
    .selectFrom('emailLog')
    .select(['id', 'email', 'clienteId', 'campanaId'])
    .where('id', '=', emailLogId)
    .executeTakeFirst();
}

export async function selectSupresionDe(db: Db | Trx, email: string) {
  const row = await db
    .selectFrom('supresion')
    .select('motivo')
    .where('email', '=', email)
    .executeTakeFirst();
  return row?.motivo;
}

type Persona = { id: number; nombres: string; bloqueada: boolean };

export function selectPersona(db: Db | Trx, email: string): Promise<Persona | undefined> {
  return db
    .selectFrom('cliente')
    .select(['id', 'nombres', sql<boolean>`bloqueado_en is not null`.as('bloqueada')])
    .where('id', '=', clienteDe(email))
    .executeTakeFirst();
}

/** All there are, and whether the person wants mail about each. */
export async function selectElegidos(
  db: Db | Trx,
  clienteId: number | null,
): Promise<Preferencias['intereses']> {
  const { rows } = await sql<Preferencias['intereses'][number]>`
    select i.id, i.nombre, i.color, coalesce(ci.correo, false) as elegido
    from interes i
    left join cliente_interes ci on ci.interes_id = i.id and ci.cliente_id = ${clienteId}::bigint
    order by normalizar(i.nombre)`.execute(db);
  return rows;
}
