import { sql } from 'kysely';
import type { CausaEstado, EstadoCliente, Origen } from '#contract/clientes.ts';
import type { Trx } from '../core/db/connect.ts';
import type { Paso } from './estado.policy.ts';

/** A person who comes in with many others, as they are written: every field has its final value. */
export type ClienteDeLote = {
  id: number;
  tipo: 'B2C' | 'B2B';
  empresaId: number | null;
  nombres: string;
  apellidos: string;
  email: string | null;
  telefono: string | null;
  rut: string | null;
  fechaNacimiento: string | null;
  comuna: string | null;
  origen: Origen;
  notas: string | null;
  actividadEn: string | null;
  convertidoEn: string | null;
  creadoEn: string;
  /** The steps of the history; the last one is the estado. */
  pasos: (Paso & { en: string })[];
  intereses: number[];
};

/** Takes ids for Clientes that are about to be written. */
export async function takeClienteIds(trx: Trx, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('cliente', 'id')) as id
    from generate_series(1, ${count}::int)`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Inserts people with their history and intereses, in one statement. */
export async function insertClientes(
  trx: Trx,
  clientes: ClienteDeLote[],
  { usuarioId, now }: { usuarioId: string | null; now: string },
): Promise<void> {
  if (clientes.length === 0) return;
  const rows = clientes.map((cliente) => ({ ...cliente, estado: cliente.pasos.at(-1)?.a }));
  await sql`
    with dato as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id bigint, tipo text,
        "empresaId" bigint, nombres text, apellidos text, email text, telefono text, rut text,
        "fechaNacimiento" date, comuna text, origen text, notas text, estado text, "actividadEn" timestamptz,
        "convertidoEn" timestamptz, "creadoEn" timestamptz, pasos jsonb, intereses jsonb)
    ), nuevo as (
      insert into cliente (id, tipo, empresa_id, nombres, apellidos, email, telefono, rut, fecha_nacimiento, comuna,
        origen, notas, estado, ultima_actividad_en, convertido_en, creado_en, actualizado_en)
      overriding system value
      select id, tipo, "empresaId", nombres, apellidos, email, telefono, rut, "fechaNacimiento", comuna,
        origen, notas, estado, "actividadEn", "convertidoEn", "creadoEn", ${now}::timestamptz
      from dato order by id
    ), historial as (
      insert into cliente_estado (cliente_id, de, a, causa, usuario_id, creado_en)
      select dato.id, p.paso ->> 'de', p.paso ->> 'a', p.paso ->> 'causa', ${usuarioId}::uuid,
        (p.paso ->> 'en')::timestamptz
      from dato, jsonb_array_elements(pasos) with ordinality as p (paso, orden) order by dato.id, p.orden
    )
    insert into cliente_interes (cliente_id, interes_id, creado_en)
    select dato.id, i.id::bigint, ${now}::timestamptz from dato, jsonb_array_elements_text(intereses) as i (id)`.execute(
    trx,
  );
}

export type EventoDeLote = { clienteId: number; causa: CausaEstado; en: string };
type Transiciones = Partial<Record<CausaEstado, Partial<Record<EstadoCliente, EstadoCliente>>>>;

/**
 * Tells the lifecycle of people, locked before, what happened to each of them at an instant of its own, by the given
 * transitions; it counts as activity. Nothing happens before a person was captured.
 * @returns the rows of history that it wrote.
 */
export async function registerEventos(
  trx: Trx,
  eventos: EventoDeLote[],
  transiciones: Transiciones,
  { usuarioId, now }: { usuarioId: string | null; now: string },
): Promise<{ id: number; clienteId: number }[]> {
  if (eventos.length === 0) return [];
  const { rows } = await sql<{ id: number; clienteId: number }>`
    with antes as materialized (
      select c.id, c.estado as de, e.causa, greatest(e.en, c.creado_en) as en,
        coalesce(${JSON.stringify(transiciones)}::jsonb -> e.causa ->> c.estado, c.estado) as a
      from jsonb_to_recordset(${JSON.stringify(eventos)}::jsonb) as e ("clienteId" bigint, causa text, en timestamptz)
      join cliente c on c.id = e."clienteId"
    ), despues as (
      update cliente set
        estado = antes.a,
        convertido_en = case when antes.a = 'CLIENTE' then coalesce(convertido_en, antes.en) else convertido_en end,
        version = version + (antes.de <> antes.a)::int,
        actualizado_en = case when antes.de <> antes.a then ${now}::timestamptz else actualizado_en end,
        ultima_actividad_en = greatest(ultima_actividad_en, antes.en)
      from antes where cliente.id = antes.id
    )
    insert into cliente_estado (cliente_id, de, a, causa, usuario_id, creado_en)
    select id, de, a, causa, ${usuarioId}::uuid, en from antes where de <> a order by id
    returning id, cliente_id`.execute(trx);
  return rows;
}

/** A Cliente that gets back what it had: fields that are named were empty, and the rest as given. */
export type Restaurada = {
  id: number;
  /** Names of the fields that are to be empty again. */
  vacios: string[];
  nombres: string;
  apellidos: string;
  tipo: 'B2C' | 'B2B';
  /** The estado and since when they are CLIENTE, when it is to be turned back. */
  estado: EstadoCliente | null;
  convertidoEn: string | null;
  /** Nothing else happened to it: it also gets back these. */
  version: number | null;
  actualizadoEn: string;
  ultimaActividadEn: string | null;
  intereses: number[];
  historial: number[];
};

/** Takes from locked Clientes what they were given, with those rows of their history. */
export async function restoreClientes(
  trx: Trx,
  clientes: Restaurada[],
  now: string,
): Promise<void> {
  if (clientes.length === 0) return;
  await sql`
    with dato as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(clientes)}::jsonb) as d (id bigint, vacios jsonb,
        nombres text, apellidos text, tipo text, estado text, "convertidoEn" timestamptz, version int,
        "actualizadoEn" timestamptz, "ultimaActividadEn" timestamptz, intereses jsonb, historial jsonb)
    ), sin_historial as (
      delete from cliente_estado e using dato, jsonb_array_elements_text(dato.historial) as h (id)
      where e.id = h.id::bigint and e.cliente_id = dato.id
    ), sin_intereses as (
      delete from cliente_interes ci using dato, jsonb_array_elements_text(dato.intereses) as i (id)
      where ci.cliente_id = dato.id and ci.interes_id = i.id::bigint
    )
    update cliente c set
      nombres = case when d.vacios ? 'nombres' then d.nombres else c.nombres end,
      apellidos = case when d.vacios ? 'apellidos' then d.apellidos else c.apellidos end,
      email = case when d.vacios ? 'email' then null else c.email end,
      telefono = case when d.vacios ? 'telefono' then null else c.telefono end,
      rut = case when d.vacios ? 'rut' then null else c.rut end,
      fecha_nacimiento = case when d.vacios ? 'fechaNacimiento' then null else c.fecha_nacimiento end,
      comuna = case when d.vacios ? 'comuna' then null else c.comuna end,
      notas = case when d.vacios ? 'notas' then null else c.notas end,
      empresa_id = case when d.vacios ? 'empresaId' then null else c.empresa_id end,
      tipo = case when d.vacios ? 'empresaId' then d.tipo else c.tipo end,
      estado = coalesce(d.estado, c.estado),
      convertido_en = case when d.estado is not null then d."convertidoEn" else c.convertido_en end,
      version = coalesce(d.version, c.version + 1),
      actualizado_en = case when d.version is null then ${now}::timestamptz else d."actualizadoEn" end,
      ultima_actividad_en = case when d.version is null then c.ultima_actividad_en else d."ultimaActividadEn" end
    from dato d where c.id = d.id`.execute(trx);
}

/** Deletes Clientes of whom nothing is left but their capture. */
export async function deleteClientes(trx: Trx, ids: number[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('cliente').where('id', 'in', ids).execute();
}
