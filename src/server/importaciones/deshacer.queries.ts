import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import type { Creados } from './hechas.queries.ts';
import type { Antes } from './personas.queries.ts';

/** What an import did with one person, and what became of it. */
export type Huella = {
  clienteId: number;
  /** The first of its rows, and how many there are. */
  numero: number;
  filas: number;
  nueva: boolean;
  /** Of the Cliente, once the last row was done. */
  version: number | null;
  antes: Antes | null;
  creados: Creados[];
  /** The Cliente as it stands; null when there is none any more. */
  ahora: ({ nombre: string; version: number } & Record<string, string | number | null>) | null;
  /** Something happened to a sale that came in with the import. */
  ventaCambiada: boolean;
  /** It was active after the import. */
  activa: boolean;
  /** The last row of its history. */
  ultimoHistorial: number | null;
  /** The email that it was given was entered with, written to, or agreed with since. */
  correoUsado: boolean;
  /** A sale of it was charged since to the empresa that it was given. */
  empresaCobrada: boolean;
  /** What hangs from it by now, in words; only looked at of who is new. */
  colgado: string | null;
};

/** Tables that a Cliente may have rows in, each with what to say of who has; those of the import itself aside. */
export const colgados: readonly {
  tabla: string;
  columna?: string;
  motivo: string;
  ajenos?: true;
}[] = [
  { tabla: 'cobro', motivo: 'Tiene otras ventas.', ajenos: true },
  { tabla: 'interaccion', motivo: 'Tiene contactos registrados.' },
  { tabla: 'consentimiento', motivo: 'Dio o retiró su consentimiento.' },
  { tabla: 'email_log', motivo: 'Se le escribieron correos.' },
  { tabla: 'espera', motivo: 'Está en una lista de espera.' },
  { tabla: 'aviso', motivo: 'Tiene avisos.' },
  { tabla: 'usuario', motivo: 'Entró al portal.' },
  { tabla: 'resena', motivo: 'Escribió una reseña.' },
  { tabla: 'solicitud_resena', motivo: 'Se le pidió una reseña.' },
  { tabla: 'calendario', motivo: 'Sigue su calendario.' },
  { tabla: 'progreso_leccion', motivo: 'Avanzó en un curso.' },
  { tabla: 'fusion', columna: 'principal_id', motivo: 'Se unió con otra ficha.' },
];

function colgado(importacionId: number): RawBuilder<string> {
  const cases = colgados.map(({ tabla, columna = 'cliente_id', motivo, ajenos }) => {
    const otros = ajenos ? sql`and t.importacion_id is distinct from ${importacionId}` : sql``;
    return sql`when exists (select from ${sql.table(tabla)} t where t.${sql.ref(columna)} = c.id ${otros}) then ${motivo}`;
  });
  return sql<string>`case ${sql.join(cases, sql` `)} end`;
}

/** What the import did with the next people, by id, and what became of them. */
export async function selectHuellas(
  db: Db | Trx,
  importacionId: number,
  { after, limit }: { after: number; limit: number },
): Promise<Huella[]> {
  const { rows } = await sql<Huella>`
    with suya as materialized (
      select cliente_id, min(numero) as numero, count(*)::int as filas, bool_or(creados ? 'cliente') as nueva,
        max((creados ->> 'version')::int) as version, max(aplicada_en) as aplicada_en,
        min(aplicada_en) filter (where creados -> 'campos' ? 'email') as email_en,
        min(aplicada_en) filter (where creados -> 'campos' ? 'empresaId') as empresa_en,
        (array_agg(antes order by numero) filter (where antes is not null))[1] as antes,
        jsonb_agg(creados order by numero) as creados
      from importacion_fila
      where importacion_id = ${importacionId} and cliente_id > ${after}
        and aplicada_en is not null and creados is not null
      group by cliente_id order by cliente_id limit ${limit}::int
    )
    select s.cliente_id, s.numero, s.filas, s.nueva, s.version, s.antes, s.creados,
      case when c.id is not null then json_build_object('nombre', btrim(c.nombres || ' ' || c.apellidos),
        'version', c.version, 'nombres', c.nombres, 'apellidos', c.apellidos, 'email', c.email,
        'telefono', c.telefono, 'rut', c.rut, 'fechaNacimiento', c.fecha_nacimiento, 'comuna', c.comuna,
        'notas', c.notas, 'empresaId', c.empresa_id) end as ahora,
      exists (
        select from cobro k where k.cliente_id = c.id and k.importacion_id = ${importacionId}
          and (k.actualizado_en > s.aplicada_en or k.estado = 'ANULADO' or k.comprobante is not null
            or k.empresa_id is not null
            or (select count(*) from pago where cobro_id = k.id) <> (k.pagado > 0)::int
            or exists (select from inscripcion_curso where cobro_id = k.id)
            or exists (select from venta_producto where cobro_id = k.id)
            or exists (select from espera where cobro_id = k.id)
            or exists (select from inscripcion i join asistente a on a.inscripcion_id = i.id where i.cobro_id = k.id)
            or exists (select from inscripcion i join asistencia a on a.inscripcion_id = i.id where i.cobro_id = k.id))
      ) as venta_cambiada,
      coalesce(c.ultima_actividad_en > s.aplicada_en, false) as activa,
      (select max(id) from cliente_estado where cliente_id = c.id) as ultimo_historial,
      s.email_en is not null and (
        exists (select from usuario u where u.email = c.email
          and greatest(u.created_at, u.updated_at) > s.email_en)
        or exists (select from consentimiento o where o.cliente_id = c.id and o.email = c.email
          and o.creado_en > s.email_en)
        or exists (select from suscripcion o where o.email = c.email and o.confirmada_en > s.email_en)
        or exists (select from email_log l where l.email = c.email and l.creado_en > s.email_en)
      ) as correo_usado,
      s.empresa_en is not null and exists (select from cobro k where k.cliente_id = c.id
        and k.empresa_id = c.empresa_id and k.actualizado_en > s.empresa_en) as empresa_cobrada,
      case when s.nueva then ${colgado(importacionId)} end as colgado
    from suya s left join cliente c on c.id = s.cliente_id order by s.cliente_id`.execute(db);
  return rows;
}

/** The next people that the import did something with, by id: their Cobros, then they, held in that order. */
export async function lockHuellas(
  trx: Trx,
  importacionId: number,
  { after, limit }: { after: number; limit: number },
): Promise<void> {
  const suyos = sql`select distinct cliente_id from importacion_fila
    where importacion_id = ${importacionId} and cliente_id > ${after} and aplicada_en is not null
      and creados is not null order by cliente_id limit ${limit}::int`;
  await sql`select id from cobro where importacion_id = ${importacionId}
    and cliente_id in (${suyos}) order by id for update`.execute(trx);
  await sql`select id from cliente where id in (${suyos}) order by id for update`.execute(trx);
}

/** Deletes the sales that the import brought to people, whole, and returns the seats they held. */
export async function deleteVentas(
  trx: Trx,
  importacionId: number,
  clientes: number[],
): Promise<{ tallerId: number; cantidad: number }[]> {
  // Movements of money only leave by this door; see the trigger of their table.
  await sql`select set_config('tmm.deshacer_importacion', ${String(importacionId)}, true)`.execute(
    trx,
  );
  const suyos = sql`select id from cobro where importacion_id = ${importacionId}
    and cliente_id = any(${clientes}::bigint[])`;
  await sql`delete from pago_referencia where pago_id in (select id from pago where cobro_id in (${suyos}))`.execute(
    trx,
  );
  await sql`delete from pago where cobro_id in (${suyos})`.execute(trx);
  const { rows } = await sql<{ tallerId: number; cantidad: number }>`
    delete from inscripcion where cobro_id in (${suyos}) returning taller_id, cantidad`.execute(
    trx,
  );
  await sql`delete from cobro where id in (${suyos})`.execute(trx);
  return rows;
}

/** Notes in the rows of people that what they did was undone. */
export async function forgetHechas(
  trx: Trx,
  importacionId: number,
  { clientes, borrados }: { clientes: number[]; borrados: number[] },
): Promise<void> {
  await sql`
    update importacion_fila set aplicada_en = null, antes = null, creados = null,
      cliente_id = case when cliente_id = any(${borrados}::bigint[]) then null else cliente_id end
    where importacion_id = ${importacionId} and cliente_id = any(${clientes}::bigint[])`.execute(
    trx,
  );
}

/** Deletes the talleres, intereses and empresas that the import made and that nothing uses any more. */
export async function deleteAparte(
  trx: Trx,
  importacionId: number,
  { intereses = [], empresas = [] }: { intereses?: number[]; empresas?: number[] },
): Promise<void> {
  await sql`
    delete from taller t where importacion_id = ${importacionId} and version = 1
      and not exists (select from inscripcion where taller_id = t.id)
      and not exists (select from espera where taller_id = t.id)
      and not exists (select from resena where taller_id = t.id)`.execute(trx);
  await sql`
    delete from interes i where id = any(${intereses}::bigint[]) and version = 1
      and not exists (select from cliente_interes where interes_id = i.id)
      and not exists (select from taller where interes_id = i.id)
      and not exists (select from curso where interes_id = i.id)
      and not exists (select from producto where interes_id = i.id)`.execute(trx);
  await sql`
    delete from empresa e where id = any(${empresas}::bigint[]) and version = 1
      and not exists (select from cliente where empresa_id = e.id)
      and not exists (select from cobro where empresa_id = e.id)`.execute(trx);
}
