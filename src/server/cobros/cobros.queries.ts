import { sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { CobroItem, EstadoPago } from '#contract/cobros.ts';
import type { Db, Trx } from '../core/db/connect.ts';
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
      'cobro.comprobante',
      'cobro.creadoEn',
      jsonBuildObject({
        id: eb.ref('cliente.id'),
        nombres: eb.ref('cliente.nombres'),
        apellidos: eb.ref('cliente.apellidos'),
        telefono: eb.ref('cliente.telefono'),
        email: eb.ref('cliente.email'),
      }).as('cliente'),
      sql<{ id: number; razonSocial: string } | null>`(select json_build_object('id', empresa.id,
        'razonSocial', razon_social) from empresa where empresa.id = cobro.empresa_id)`.as(
        'empresa',
      ),
      sql<string>`(select coalesce(string_agg(titulo || case when cantidad > 1 then ' × ' || cantidad else '' end,
        ', ' order by array_position('{TALLER,CURSO,PRODUCTO}', tipo), id), '')
        from linea_cobro where cobro_id = cobro.id)`.as('detalle'),
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
  values: PorClase & { total: number; pagado: number; estado: EstadoPago; now: string },
): Promise<void> {
  const { now, ...rest } = values;
  await trx
    .updateTable('cobro')
    .set({ ...rest, actualizadoEn: now })
    .where('id', '=', id)
    .execute();
}

/** What the lines of each kind came to when they were sold, annulled ones too, in pesos. */
type PorClase = { totalTaller: number; totalCurso: number; totalProducto: number };
export type Sumas = PorClase & { total: number; vivas: number; pagado: number; pagos: number };

const deClase = (tipo: 'TALLER' | 'CURSO' | 'PRODUCTO') =>
  sql`coalesce(sum(total) filter (where tipo = ${sql.lit(tipo)}), 0)::bigint`;

/** The sums that everything about a Cobro derives from: its live lines and its movements, in pesos. */
export async function sumCobro(trx: Trx, id: number): Promise<Sumas> {
  const { rows } = await sql<Sumas>`
    select l.*, p.pagado, p.pagos
    from (select coalesce(sum(total) filter (where anulada_en is null), 0)::bigint as total,
            count(*) filter (where anulada_en is null) as vivas, ${deClase('TALLER')} as total_taller,
            ${deClase('CURSO')} as total_curso, ${deClase('PRODUCTO')} as total_producto
          from linea_cobro where cobro_id = ${id}) l,
         (select coalesce(sum(case tipo when 'PAGO' then monto else -monto end), 0)::bigint as pagado,
          count(*) as pagos from pago where cobro_id = ${id}) p`.execute(trx);
  const row = rows[0];
  if (!row) throw new Error('a sum without a row');
  return row;
}
