import { sql } from 'kysely';
import type { z } from 'zod';
import type { clienteCampos } from '#contract/clientes.ts';
import type { Trx } from '../core/db/connect.ts';

/** A cliente as it is written: every field has its final value. */
export type Ficha = {
  tipo: 'B2C' | 'B2B';
  empresaId: number | null;
  nombres: string;
  apellidos: string;
  email: string | null;
  telefono: string | null;
  rut: string | null;
  fechaNacimiento: string | null;
  comuna: string | null;
  origen: z.output<typeof clienteCampos>['origen'];
  origenDetalle: Record<string, unknown>;
  intereses: number[];
  responsableId: string | null;
  notas: string | null;
};

/** The cliente as it stands, held until the end of the transaction. */
export async function lockFicha(
  trx: Trx,
  id: number,
): Promise<(Ficha & { version: number }) | undefined> {
  return trx
    .selectFrom('cliente')
    .select([
      'tipo',
      'empresaId',
      'nombres',
      'apellidos',
      'email',
      'telefono',
      'rut',
      'fechaNacimiento',
      'comuna',
      'origen',
      'origenDetalle',
      'responsableId',
      'notas',
      'version',
      sql<number[]>`array(select interes_id::int from cliente_interes
        where cliente_id = cliente.id order by interes_id)`.as('intereses'),
    ])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

const columns = ({ intereses: _, origenDetalle, ...ficha }: Ficha) => ({
  ...ficha,
  origenDetalle: JSON.stringify(origenDetalle),
});

export async function insertFicha(trx: Trx, ficha: Ficha, now: string): Promise<number> {
  const { id } = await trx
    .insertInto('cliente')
    .values({ ...columns(ficha), creadoEn: now, actualizadoEn: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateFicha(trx: Trx, id: number, ficha: Ficha, now: string): Promise<void> {
  await trx
    .updateTable('cliente')
    .set({ ...columns(ficha), version: sql`version + 1`, actualizadoEn: now })
    .where('id', '=', id)
    .execute();
}

/** Makes the intereses of a cliente exactly these. */
export async function replaceIntereses(
  trx: Trx,
  id: number,
  intereses: number[],
  now: string,
): Promise<void> {
  await sql`
    with fuera as (
      delete from cliente_interes
      where cliente_id = ${id}::bigint and interes_id <> all(${intereses}::bigint[])
    )
    insert into cliente_interes (cliente_id, interes_id, creado_en)
    select ${id}::bigint, unnest(${intereses}::bigint[]), ${now}::timestamptz
    on conflict do nothing`.execute(trx);
}

export type Conflictos = {
  email: boolean;
  /** Who has that address since they were merged with the one who had it; null when nobody else. */
  emailDe: string | null;
  rut: boolean;
  empresa: boolean;
  /** Not of the staff, nor whose it was before. */
  responsable: boolean;
  /** Those that do not exist. */
  intereses: number[];
};

/** What of a ficha another cliente has already, or does not exist; the id is that of its own cliente. */
export async function selectConflictos(
  trx: Trx,
  ficha: Pick<Ficha, 'email' | 'rut' | 'empresaId' | 'responsableId' | 'intereses'>,
  id: number | undefined,
): Promise<Conflictos> {
  const { rows } = await sql<Conflictos>`
    select
      exists (select from cliente where email = ${ficha.email}
        and id is distinct from ${id ?? null}::bigint) as email,
      (select trim(nombres || ' ' || apellidos) from fusion join cliente on cliente.id = principal_id
        where absorbido_email = ${ficha.email}
          and principal_id is distinct from ${id ?? null}::bigint) as email_de,
      exists (select from cliente where rut = ${ficha.rut}
        and id is distinct from ${id ?? null}::bigint) as rut,
      ${ficha.empresaId}::bigint is not null
        and not exists (select from empresa where id = ${ficha.empresaId}::bigint) as empresa,
      ${ficha.responsableId}::uuid is not null
        and not exists (select from usuario where id = ${ficha.responsableId}::uuid and activo and rol <> 'ALUMNO')
        and not exists (select from cliente where id = ${id ?? null}::bigint
          and responsable_id = ${ficha.responsableId}::uuid) as responsable,
      array(select unnest(${ficha.intereses}::bigint[])::int except select id::int from interes)
        as intereses`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('a statement without FROM gives one row');
  return row;
}

export async function hasInteres(trx: Trx, id: number): Promise<boolean> {
  const row = await trx
    .selectFrom('interes')
    .select('id')
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds or removes the interes on the clientes, and returns how many changed and how many exist. */
export async function tagMany(
  trx: Trx,
  input: { clientes: number[]; interesId: number; accion: 'AGREGAR' | 'QUITAR'; now: string },
): Promise<{ existen: number; cambiados: number }> {
  const { clientes, interesId, accion, now } = input;
  const change =
    accion === 'AGREGAR'
      ? sql`insert into cliente_interes (cliente_id, interes_id, creado_en)
          select id, ${interesId}::bigint, ${now}::timestamptz from elegidos
          on conflict do nothing returning cliente_id`
      : sql`delete from cliente_interes using elegidos
          where cliente_id = elegidos.id and interes_id = ${interesId}::bigint returning cliente_id`;
  const { rows } = await sql<{ existen: number; cambiados: number }>`
    with elegidos as materialized (
      select id from cliente where id = any(${clientes}::bigint[]) order by id for no key update
    ), cambio as (${change}), nueva_version as (
      update cliente set version = version + 1, actualizado_en = ${now}::timestamptz
      from cambio where cliente.id = cambio.cliente_id
    )
    select (select count(*)::int from elegidos) as existen,
      (select count(*)::int from cambio) as cambiados`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('a statement without FROM gives one row');
  return row;
}

/** Gives the clientes to someone of the staff, or to nobody; tells how many exist and which changed. */
export async function assignMany(
  trx: Trx,
  input: { clientes: number[]; responsableId: string | null; now: string },
): Promise<{ existen: number; cambiados: number[] }> {
  const { clientes, responsableId, now } = input;
  const { rows } = await sql<{ existen: number; cambiados: number[] }>`
    with elegidos as materialized (
      select id from cliente where id = any(${clientes}::bigint[]) order by id for no key update
    ), cambio as (
      update cliente set responsable_id = ${responsableId}::uuid, version = version + 1,
        actualizado_en = ${now}::timestamptz
      from elegidos
      where cliente.id = elegidos.id and cliente.responsable_id is distinct from ${responsableId}::uuid
      returning cliente.id
    )
    select (select count(*)::int from elegidos) as existen,
      array(select id::int from cambio order by id) as cambiados`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('a statement without FROM gives one row');
  return row;
}
