import { sql } from 'kysely';
import type { TipoLinea } from '#contract/cobros.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { CausaAnulacion } from './lineas.queries.ts';

type Comun = {
  id: number;
  titulo: string;
  itemId: number;
  cantidad: number;
  precioUnitario: number;
  descuento: number;
  descuentoMotivo: string | null;
  total: number;
  afectoIva: boolean;
  anuladaEn: string | null;
  anuladaCausa: CausaAnulacion | null;
  anuladaMotivo: string | null;
};
type DeTaller = { iniciaEn: string; zona: string };
type DeCurso = {
  accesoDesde: string | null;
  accesoHasta: string | null;
  cortesiaMotivo: string | null;
};
type DeProducto = {
  sku: string;
  entrega: 'POR_ENTREGAR' | 'ENTREGADO' | 'ENVIADO';
  entregaNota: string | null;
  entregaEn: string | null;
  entregaPor: string | null;
};
/** A line as it stands in its sale, with what its kind adds. */
export type FilaDeLinea =
  | (Comun & DeTaller & { tipo: 'TALLER' })
  | (Comun & DeCurso & { tipo: 'CURSO' })
  | (Comun & DeProducto & { tipo: 'PRODUCTO' });

/** The lines of a Cobro, annulled ones included: workshops, courses, kits, each in the order they were sold. */
export async function selectLineas(db: Db | Trx, cobroId: number): Promise<FilaDeLinea[]> {
  const { rows } = await sql<Comun & DeTaller & DeCurso & DeProducto & { tipo: TipoLinea }>`
    select l.tipo, l.id, l.titulo, l.item_id, l.cantidad, l.precio_unitario, l.descuento, l.descuento_motivo, l.total,
      l.afecto_iva, l.anulada_en, l.anulada_causa, l.anulada_motivo,
      t.inicia_en, t.zona, ic.acceso_desde, ic.acceso_hasta, ic.cortesia_motivo,
      p.sku, vp.entrega, vp.entrega_nota, vp.entrega_en, u.name as entrega_por
    from linea_cobro l
    left join taller t on l.tipo = 'TALLER' and t.id = l.item_id
    left join inscripcion_curso ic on l.tipo = 'CURSO' and ic.id = l.id
    left join venta_producto vp on l.tipo = 'PRODUCTO' and vp.id = l.id
    left join producto p on p.id = vp.producto_id
    left join usuario u on u.id = vp.entrega_por
    where l.cobro_id = ${cobroId}
    order by array_position('{TALLER,CURSO,PRODUCTO}', l.tipo), l.id`.execute(db);
  return rows as FilaDeLinea[];
}
