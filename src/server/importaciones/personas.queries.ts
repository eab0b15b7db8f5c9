import { sql } from 'kysely';
import type { EstadoCliente } from '#contract/clientes.ts';
import type { Trx } from '../core/db/connect.ts';

/** A Cliente as it was before a row changed it: what undoing gives back. */
export type Antes = {
  id: number;
  version: number;
  actualizadoEn: string;
  estado: EstadoCliente;
  convertidoEn: string | null;
  ultimaActividadEn: string | null;
  tipo: 'B2C' | 'B2B';
  nombres: string;
  apellidos: string;
};

/** The Clientes of these ids as they stand, held until the end of the transaction. */
export async function lockPersonas(trx: Trx, ids: number[]): Promise<Antes[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Antes>`
    select id, version, actualizado_en, estado, convertido_en, ultima_actividad_en, tipo, nombres, apellidos
    from cliente where id = any(${ids}::bigint[]) order by id for no key update`.execute(trx);
  return rows;
}

export type Completada = {
  id: number;
  campos: Record<string, string | number>;
  intereses: number[];
};

/** Gives locked Clientes the values and the intereses that they lack, and counts a version for each. */
export async function completePersonas(
  trx: Trx,
  personas: Completada[],
  now: string,
): Promise<void> {
  if (personas.length === 0) return;
  await sql`
    with dato as materialized (
      select d.id, d.intereses, c.* from jsonb_to_recordset(${JSON.stringify(personas)}::jsonb)
        as d (id bigint, campos jsonb, intereses jsonb),
      jsonb_to_record(d.campos) as c (nombres text, apellidos text, email text, telefono text, rut text,
        "fechaNacimiento" date, comuna text, notas text, "empresaId" bigint)
    ), cambio as (
      update cliente c set
        nombres = coalesce(d.nombres, c.nombres), apellidos = coalesce(d.apellidos, c.apellidos),
        email = coalesce(d.email, c.email), telefono = coalesce(d.telefono, c.telefono),
        rut = coalesce(d.rut, c.rut), comuna = coalesce(d.comuna, c.comuna), notas = coalesce(d.notas, c.notas),
        fecha_nacimiento = coalesce(d."fechaNacimiento", c.fecha_nacimiento),
        empresa_id = coalesce(d."empresaId", c.empresa_id),
        tipo = case when d."empresaId" is null then c.tipo else 'B2B' end,
        version = c.version + 1, actualizado_en = ${now}::timestamptz
      from dato d where c.id = d.id
    )
    insert into cliente_interes (cliente_id, interes_id, creado_en)
    select d.id, i.id::bigint, ${now}::timestamptz from dato d, jsonb_array_elements_text(d.intereses) as i (id)
    on conflict do nothing`.execute(trx);
}

/** The versions of Clientes, by id. */
export async function selectVersiones(trx: Trx, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; version: number }>`
    select id, version from cliente where id = any(${ids}::bigint[])`.execute(trx);
  return new Map(rows.map(({ id, version }) => [id, version]));
}
