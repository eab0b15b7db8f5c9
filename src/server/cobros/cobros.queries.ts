import { sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { CobroItem, EstadoPago } from '#contract/cobros.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { NuevaLinea } from '../inscripciones/inscripciones.queries.ts';
import { saldosDe } from './cobros.policy.ts';

/** The rows of cobroItem, to be filtered, ordered and presented with `presentCobroItem`. */
export function selectCobroItems(db: Db | Trx) {
  return db
    .selectFrom('cobro')
    .innerJoin('cliente', 'cliente.id', 'cobro.clienteId')
    .select((eb) => [
      'cobro.id',
      'cobro.codigo',
      'cobro.total',
      'cobro.pagado',
      'cobro.estado',
      'cobro.canal',
      'cobro.venceEn',
      'cobro.vencidoEn',
      'cobro.alerta',
      'cobro.creadoEn',
      jsonBuildObject({
        id: eb.ref('cliente.id'),
        nombres: eb.ref('cliente.nombres'),
        apellidos: eb.ref('cliente.apellidos'),
        telefono: eb.ref('cliente.telefono'),
        email: eb.ref('cliente.email'),
      }).as('cliente'),
      eb
        .selectFrom('inscripcion')
        .innerJoin('taller', 'taller.id', 'inscripcion.tallerId')
        .whereRef('inscripcion.cobroId', '=', 'cobro.id')
        .select(
          sql<string>`coalesce(string_agg(taller.titulo ||
            case when inscripcion.cantidad > 1 then ' × ' || inscripcion.cantidad else '' end,
            ', ' order by inscripcion.id), '')`.as('detalle'),
        )
        .$asScalar()
        .$notNull()
        .as('detalle'),
    ]);
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectCobroItems>['execute']>>[number];

export function presentCobroItem(row: ItemRow): CobroItem {
  return { ...row, ...saldosDe(row) };
}

export function lockCobro(trx: Trx, id: number) {
  return trx
    .selectFrom('cobro')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function updateCobro(
  trx: Trx,
  id: number,
  values: { total: number; pagado: number; estado: EstadoPago; now: string },
): Promise<void> {
  const { now, ...rest } = values;
  await trx
    .updateTable('cobro')
    .set({ ...rest, actualizadoEn: now })
    .where('id', '=', id)
    .execute();
}

/** The sums that everything about a Cobro derives from: its live lines and its movements, in pesos. */
export async function sumCobro(
  trx: Trx,
  id: number,
): Promise<{ total: number; vivas: number; pagado: number; pagos: number }> {
  const { rows } = await sql<{ total: number; vivas: number; pagado: number; pagos: number }>`
    select l.total, l.vivas, p.pagado, p.pagos
    from (select coalesce(sum(total), 0)::bigint as total, count(*) as vivas
          from inscripcion where cobro_id = ${id} and anulada_en is null) l,
         (select coalesce(sum(case tipo when 'PAGO' then monto else -monto end), 0)::bigint as pagado,
          count(*) as pagos from pago where cobro_id = ${id}) p`.execute(trx);
  const row = rows[0];
  if (!row) throw new Error('a sum without a row');
  return row;
}

export type NuevoCobro = {
  codigo: string;
  clienteId: number;
  canal: 'WEB' | 'STAFF';
  venceEn: string | null;
  estado: EstadoPago;
  total: number;
  usuarioId: string | null;
  now: string;
  lineas: NuevaLinea[];
};

/** Inserts a Cobro with its lines in one statement; the seats are taken afterwards. */
export async function insertCobro(
  trx: Trx,
  cobro: NuevoCobro,
): Promise<{ cobroId: number; inscripciones: { id: number; tallerId: number }[] }> {
  const { rows } = await sql<{ id: number; cobroId: number; tallerId: number }>`
    with nuevo as (
      insert into cobro (codigo, cliente_id, canal, vence_en, estado, total, creado_por, creado_en, actualizado_en)
      values (${cobro.codigo}, ${cobro.clienteId}, ${cobro.canal}, ${cobro.venceEn}::timestamptz,
        ${cobro.estado}, ${cobro.total}, ${cobro.usuarioId}::uuid, ${cobro.now}::timestamptz, ${cobro.now}::timestamptz)
      returning id, cliente_id
    )
    insert into inscripcion (cobro_id, cliente_id, taller_id, cantidad, precio_unitario, descuento,
      descuento_motivo, afecto_iva, creado_en)
    select nuevo.id, nuevo.cliente_id, l."tallerId", l.cantidad, l."precioUnitario", l.descuento,
      l."descuentoMotivo", l."afectoIva", ${cobro.now}::timestamptz
    from nuevo, jsonb_to_recordset(${JSON.stringify(cobro.lineas)}::jsonb) as l("tallerId" bigint, cantidad int,
      "precioUnitario" bigint, descuento bigint, "descuentoMotivo" text, "afectoIva" boolean)
    returning id, cobro_id, taller_id`.execute(trx);
  const [first] = rows;
  if (!first) throw new Error('a sale without lines');
  return { cobroId: first.cobroId, inscripciones: rows };
}

export type FiltroVencidos = {
  tallerId?: number | undefined;
  /** The Cobro being written in this transaction, whose seats are not taken yet. */
  exceptCobroId?: number | undefined;
  limit: number;
};

/** Cobros whose hold ran out and that never saw money, locked; rows that someone else holds are skipped. */
export async function lockVencidos(
  trx: Trx,
  now: string,
  filter: FiltroVencidos,
): Promise<number[]> {
  const rows = await trx
    .selectFrom('cobro')
    .select('cobro.id')
    .where('estado', '=', 'PENDIENTE')
    .where('venceEn', '<=', now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('pago').select('pago.id').whereRef('pago.cobroId', '=', 'cobro.id'),
        ),
      ),
    )
    .$if(filter.exceptCobroId !== undefined, (qb) =>
      qb.where('cobro.id', '!=', filter.exceptCobroId ?? 0),
    )
    .$if(filter.tallerId !== undefined, (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom('inscripcion')
            .select('inscripcion.id')
            .whereRef('inscripcion.cobroId', '=', 'cobro.id')
            .where('inscripcion.tallerId', '=', filter.tallerId ?? 0)
            .where('inscripcion.anuladaEn', 'is', null),
        ),
      ),
    )
    .orderBy('cobro.id')
    .limit(filter.limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
}
