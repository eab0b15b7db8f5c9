import { sql } from 'kysely';
import type { Origen } from '#contract/clientes.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Paso } from './estado.policy.ts';
import { isAbsorbido, principalDe } from './principal.queries.ts';

/** Stands for the first names of who gave none. */
export const SIN_NOMBRE = 'Sin nombre';

export type Persona = {
  email: string;
  nombres: string;
  apellidos: string;
  telefono: string | null;
  origen: Origen;
  origenDetalle: Record<string, string>;
  now: string;
};

/** How a person who is new enters: the steps of the history, whose last is the estado. */
export type Entrada = {
  pasos: [Paso, ...Paso[]];
  actividadEn: string | null;
  usuarioId: string | null;
};

/**
 * Inserts the person with its history, or completes the Cliente with that email: a missing phone, unless
 * they bought before, and the names where they are the placeholder; nothing that is there is overwritten. Of an
 * address that was merged away it is the principal, as it is. One
 * statement, and one version of the row: each costs all the indexes of a Cliente.
 */
export async function upsertPersona(
  trx: Trx,
  persona: Persona,
  entrada: Entrada,
): Promise<{ id: number; nuevo: boolean }> {
  const { now, origenDetalle, email, nombres, apellidos, telefono, origen } = persona;
  const unnamed = sql`(cliente.nombres = ${SIN_NOMBRE} and excluded.nombres <> ${SIN_NOMBRE})`;
  // Not of who bought before: links to the portal are sent to that phone, and a visitor proves nothing.
  const phoned = sql`(cliente.telefono is null and excluded.telefono is not null
    and cliente.estado in ('LEAD', 'PROSPECTO'))`;
  const { rows } = await sql<{ id: number; nuevo: boolean }>`
    with principal as (
      ${principalDe(email)}
    ), persona as (
      insert into cliente (tipo, email, nombres, apellidos, telefono, origen, origen_detalle, estado,
        ultima_actividad_en, convertido_en, creado_en, actualizado_en)
      select 'B2C', ${email}, ${nombres}, ${apellidos}, ${telefono}, ${origen},
        ${JSON.stringify(origenDetalle)}::jsonb, ${entrada.pasos.at(-1)?.a},
        ${entrada.actividadEn}::timestamptz, ${entrada.pasos.some(({ a }) => a === 'CLIENTE') ? now : null}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
      where not exists (select from principal)
      on conflict (email) do update set
        nombres = case when ${unnamed} then excluded.nombres else cliente.nombres end,
        apellidos = case when ${unnamed} then excluded.apellidos else cliente.apellidos end,
        telefono = case when ${phoned} then excluded.telefono else cliente.telefono end,
        version = cliente.version + (${unnamed} or ${phoned})::int,
        actualizado_en = case when ${unnamed} or ${phoned} then excluded.actualizado_en else cliente.actualizado_en end
      -- Only a row just inserted has no transaction that locked or changed it.
      returning id, xmax = 0 as nuevo
    ), historial as (
      insert into cliente_estado (cliente_id, de, a, causa, usuario_id, creado_en)
      select persona.id, paso.de, paso.a, paso.causa, ${entrada.usuarioId}::uuid, ${now}::timestamptz
      from persona, jsonb_to_recordset(${JSON.stringify(entrada.pasos)}::jsonb) as paso(de text, a text, causa text)
      where persona.nuevo
    )
    select id, nuevo from persona union all select id, false from principal`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('an upsert without a row');
  return row;
}

export type Consentimiento = {
  clienteId: number;
  email: string;
  texto: string;
  version: number;
  canal: string;
  evidencia: Record<string, unknown>;
  now: string;
  /** Given, unless it says that it was withdrawn. */
  accion?: 'OTORGADO' | 'RETIRADO';
};

/** Of an address that was merged away, it speaks for that address alone. */
export async function insertConsentimiento(trx: Trx, c: Consentimiento): Promise<void> {
  await trx
    .insertInto('consentimiento')
    .values({
      ajeno: isAbsorbido(c.email),
      clienteId: c.clienteId,
      email: c.email,
      finalidad: 'NEWSLETTER',
      accion: c.accion ?? 'OTORGADO',
      texto: c.texto,
      textoVersion: c.version,
      canal: c.canal,
      evidencia: JSON.stringify(c.evidencia),
      creadoEn: c.now,
    })
    .execute();
}

/** Whether who has that address said that they want no more news. */
export async function hasBaja(db: Db | Trx, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('supresion')
    .select('email')
    .where('email', '=', email)
    .where('motivo', '=', 'BAJA')
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds those of the intereses that exist, and holds them until the end of the transaction. */
export async function addIntereses(
  trx: Trx,
  clienteId: number,
  intereses: number[],
  now: string,
): Promise<void> {
  await sql`
    insert into cliente_interes (cliente_id, interes_id, creado_en)
    select ${clienteId}::bigint, id, ${now}::timestamptz from interes
    where id = any(${intereses}::bigint[]) order by id for key share
    on conflict do nothing`.execute(trx);
}
