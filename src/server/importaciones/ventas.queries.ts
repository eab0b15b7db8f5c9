import { sql } from 'kysely';
import type { EstadoPago, Medio } from '#contract/cobros.ts';
import type { Trx } from '../core/db/connect.ts';

/** A sale of the past as it is written, in pesos. */
export type VentaDeLote = {
  cobroId: number;
  codigo: string;
  clienteId: number;
  tallerId: number;
  cantidad: number;
  precio: number;
  descuento: number;
  total: number;
  pagado: number;
  estado: EstadoPago;
  medio: Medio;
  referencia: string | null;
  afectoIva: boolean;
  /** When it was bought, ISO 8601 UTC. */
  en: string;
};

export async function takeCobroIds(trx: Trx, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('cobro', 'id')) as id
    from generate_series(1, ${count}::int)`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Inserts Cobros of one line each, with their payments and references; the seats are taken afterwards. */
export async function insertVentas(
  trx: Trx,
  importacionId: number,
  ventas: VentaDeLote[],
  { usuarioId, now }: { usuarioId: string | null; now: string },
): Promise<void> {
  if (ventas.length === 0) return;
  await sql`
    with dato as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(ventas)}::jsonb) as d ("cobroId" bigint, codigo text,
        "clienteId" bigint, "tallerId" bigint, cantidad int, precio bigint, descuento bigint, total bigint,
        pagado bigint, estado text, medio text, referencia text, "afectoIva" boolean, en timestamptz)
    ), nuevo as (
      insert into cobro (id, codigo, cliente_id, total, total_taller, pagado, estado, canal, importacion_id,
        creado_por, creado_en, actualizado_en)
      overriding system value
      select "cobroId", codigo, "clienteId", total, total, pagado, estado, 'STAFF', ${importacionId}::bigint,
        ${usuarioId}::uuid, en, ${now}::timestamptz
      from dato
    ), linea as (
      insert into inscripcion (cobro_id, cliente_id, taller_id, cantidad, precio_unitario, descuento,
        descuento_motivo, afecto_iva, creado_en)
      select "cobroId", "clienteId", "tallerId", cantidad, precio, descuento,
        case when descuento > 0 then 'Venta importada' end, "afectoIva", en
      from dato order by "cobroId"
    ), movimiento as (
      insert into pago (cobro_id, tipo, monto, medio, referencia, fecha, registrado_por, creado_en)
      select "cobroId", 'PAGO', pagado, medio, referencia, en, ${usuarioId}::uuid, ${now}::timestamptz
      from dato where pagado > 0 order by "cobroId"
      returning id, medio, referencia
    )
    insert into pago_referencia (medio, referencia, pago_id)
    select medio, referencia, id from movimiento where referencia is not null`.execute(trx);
}

/** Takes seats in a Taller that an import made, which grows by what does not fit; false when it is not selling. */
export async function growCupos(
  trx: Trx,
  { tallerId, cantidad }: { tallerId: number; cantidad: number },
): Promise<boolean> {
  const { rows } = await sql`
    update taller set cupos_ocupados = cupos_ocupados + ${cantidad}::int,
      cupos = greatest(cupos, cupos_ocupados + cupos_ofrecidos + ${cantidad}::int)
    where id = ${tallerId} and importacion_id is not null and estado = 'PUBLICADO'
    returning id`.execute(trx);
  return rows.length > 0;
}

/** Gives back the seats by which Talleres grew that imports made, unless someone changed them since. */
export async function shrinkCupos(trx: Trx, talleres: number[]): Promise<void> {
  await sql`
    update taller set cupos = greatest(1, cupos_ocupados + cupos_ofrecidos)
    where id = any(${talleres}::bigint[]) and importacion_id is not null and version = 1`.execute(
    trx,
  );
}

/** Shows a Taller that the import made of the past. */
export async function adoptTaller(
  trx: Trx,
  tallerId: number,
  { importacionId, publicadoEn }: { importacionId: number; publicadoEn: string },
): Promise<void> {
  await trx
    .updateTable('taller')
    .set({ importacionId, publicadoEn, estado: 'PUBLICADO' })
    .where('id', '=', tallerId)
    .execute();
}
