import { type RawBuilder, sql } from 'kysely';
import type { Origen } from '#contract/clientes.ts';
import type { Trx } from '../core/db/connect.ts';

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

/**
 * Inserts the person as LEAD, or completes the Cliente with that email: a missing phone, and the names
 * where they are the placeholder; nothing that is there is overwritten.
 */
export async function upsertPersona(
  trx: Trx,
  persona: Persona,
): Promise<{ id: number; nuevo: boolean }> {
  const { now, origenDetalle, ...rest } = persona;
  const old = (column: string) => sql.ref(`cliente.${column}`);
  const given = (column: string) => sql.ref(`excluded.${column}`);
  const unnamed = sql<boolean>`${old('nombres')} = ${SIN_NOMBRE} and ${given('nombres')} <> ${SIN_NOMBRE}`;
  const phoned = sql<boolean>`${old('telefono')} is null and ${given('telefono')} is not null`;
  const when = (condition: RawBuilder<boolean>, column: string) =>
    sql<string>`case when ${condition} then ${given(column)} else ${old(column)} end`;
  return (
    trx
      .insertInto('cliente')
      .values({
        ...rest,
        tipo: 'B2C',
        origenDetalle: JSON.stringify(origenDetalle),
        creadoEn: now,
        actualizadoEn: now,
      })
      .onConflict((oc) =>
        oc.column('email').doUpdateSet({
          nombres: when(unnamed, 'nombres'),
          apellidos: when(unnamed, 'apellidos'),
          telefono: when(phoned, 'telefono'),
          version: sql`${old('version')} + ((${unnamed}) or (${phoned}))::int`,
          actualizadoEn: when(sql`(${unnamed}) or (${phoned})`, 'actualizado_en'),
        }),
      )
      // Only a row just inserted has no transaction that locked or changed it.
      .returning(['id', sql<boolean>`xmax = 0`.as('nuevo')])
      .executeTakeFirstOrThrow()
  );
}

export type Consentimiento = {
  clienteId: number;
  email: string;
  texto: string;
  version: number;
  canal: string;
  evidencia: Record<string, unknown>;
  now: string;
};

export async function insertConsentimiento(trx: Trx, c: Consentimiento): Promise<void> {
  await trx
    .insertInto('consentimiento')
    .values({
      clienteId: c.clienteId,
      email: c.email,
      finalidad: 'NEWSLETTER',
      accion: 'OTORGADO',
      texto: c.texto,
      textoVersion: c.version,
      canal: c.canal,
      evidencia: JSON.stringify(c.evidencia),
      creadoEn: c.now,
    })
    .execute();
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
