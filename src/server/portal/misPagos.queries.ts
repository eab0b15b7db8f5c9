import { sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { MiCobro } from '#contract/portal.ts';
import type { Db } from '../core/db/connect.ts';

/** A Cliente's sales with their lines and movements, the latest first. */
export function selectMisCobros(db: Db, clienteId: number) {
  return db
    .selectFrom('cobro')
    .select(['id', 'codigo', 'creadoEn', 'estado', 'total', 'pagado', 'venceEn', 'vencidoEn'])
    .select('comprobante')
    .select((eb) => [
      sql<MiCobro['lineas']>`(select coalesce(json_agg(json_build_object(
          'tipo', l.tipo, 'titulo', l.titulo, 'cantidad', l.cantidad, 'total', l.total,
          'anulada', l.anulada_en is not null,
          'entrega', vp.entrega, 'entregaNota', vp.entrega_nota)
          order by array_position('{TALLER,CURSO,PRODUCTO}', l.tipo), l.id), '[]')
        from linea_cobro l left join venta_producto vp on l.tipo = 'PRODUCTO' and vp.id = l.id
        where l.cobro_id = cobro.id)`.as('lineas'),
      eb
        .selectFrom('pago')
        .whereRef('pago.cobroId', '=', 'cobro.id')
        .select((p) =>
          sql<MiCobro['pagos']>`coalesce(json_agg(${jsonBuildObject({
            tipo: p.ref('tipo'),
            monto: p.ref('monto'),
            fecha: p.ref('fecha'),
          })} order by fecha, pago.id), '[]')`.as('pagos'),
        )
        .$asScalar()
        .as('pagos'),
    ])
    .where('clienteId', '=', clienteId)
    .orderBy('creadoEn', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

export type MiCobroRow = Awaited<ReturnType<typeof selectMisCobros>>[number];

/** Whether the Cobro is of that Cliente. */
export async function isMiCobro(
  db: Db,
  { clienteId, cobroId }: { clienteId: number; cobroId: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('cobro')
    .select('id')
    .where('id', '=', cobroId)
    .where('clienteId', '=', clienteId)
    .executeTakeFirst();
  return row !== undefined;
}
