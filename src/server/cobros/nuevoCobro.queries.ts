import { type RawBuilder, sql } from 'kysely';
import type { EstadoPago } from '#contract/cobros.ts';
import type { Trx } from '../core/db/connect.ts';
import type { LineaDeVenta } from './lineas.queries.ts';

type Precio = {
  cantidad: number;
  precioUnitario: number;
  descuento: number;
  descuentoMotivo: string | null;
  afectoIva: boolean;
};
export type NuevaLineaTaller = Precio & { tipo: 'TALLER'; tallerId: number };
export type NuevaLineaCurso = Precio & {
  tipo: 'CURSO';
  cursoId: number;
  cantidad: 1;
  diasAcceso: number | null;
  cortesiaMotivo: string | null;
};
export type NuevaLineaProducto = Precio & { tipo: 'PRODUCTO'; productoId: number };
/** A line about to be sold, its price in pesos frozen. */
export type NuevaLinea = NuevaLineaTaller | NuevaLineaCurso | NuevaLineaProducto;

export type NuevoCobro = {
  codigo: string;
  clienteId: number;
  empresaId: number | null;
  canal: 'WEB' | 'STAFF';
  venceEn: string | null;
  estado: EstadoPago;
  total: number;
  usuarioId: string | null;
  now: string;
  lineas: NuevaLinea[];
};

const inserts: Record<
  NuevaLinea['tipo'],
  { name: string; sql: (rows: string, now: string) => RawBuilder<unknown> }
> = {
  TALLER: {
    name: 'talleres',
    sql: (rows, now) => sql`
      insert into inscripcion (cobro_id, cliente_id, taller_id, cantidad, precio_unitario, descuento,
        descuento_motivo, afecto_iva, creado_en)
      select nuevo.id, nuevo.cliente_id, l."tallerId", l.cantidad, l."precioUnitario", l.descuento,
        l."descuentoMotivo", l."afectoIva", ${now}::timestamptz
      from nuevo, jsonb_to_recordset(${rows}::jsonb) as l("tallerId" bigint, cantidad int,
        "precioUnitario" bigint, descuento bigint, "descuentoMotivo" text, "afectoIva" boolean)
      returning 'TALLER' as tipo, id, taller_id as item_id, cantidad`,
  },
  CURSO: {
    name: 'cursos',
    sql: (rows, now) => sql`
      insert into inscripcion_curso (cobro_id, cliente_id, curso_id, precio_unitario, descuento,
        descuento_motivo, afecto_iva, dias_acceso, cortesia_motivo, creado_en)
      select nuevo.id, nuevo.cliente_id, l."cursoId", l."precioUnitario", l.descuento,
        l."descuentoMotivo", l."afectoIva", l."diasAcceso", l."cortesiaMotivo", ${now}::timestamptz
      from nuevo, jsonb_to_recordset(${rows}::jsonb) as l("cursoId" bigint, "precioUnitario" bigint,
        descuento bigint, "descuentoMotivo" text, "afectoIva" boolean, "diasAcceso" int, "cortesiaMotivo" text)
      returning 'CURSO' as tipo, id, curso_id as item_id, 1 as cantidad`,
  },
  PRODUCTO: {
    name: 'productos',
    sql: (rows, now) => sql`
      insert into venta_producto (cobro_id, cliente_id, producto_id, cantidad, precio_unitario, descuento,
        descuento_motivo, afecto_iva, creado_en)
      select nuevo.id, nuevo.cliente_id, l."productoId", l.cantidad, l."precioUnitario", l.descuento,
        l."descuentoMotivo", l."afectoIva", ${now}::timestamptz
      from nuevo, jsonb_to_recordset(${rows}::jsonb) as l("productoId" bigint, cantidad int,
        "precioUnitario" bigint, descuento bigint, "descuentoMotivo" text, "afectoIva" boolean)
      returning 'PRODUCTO' as tipo, id, producto_id as item_id, cantidad`,
  },
};

/** Inserts a Cobro with its lines in one statement; the seats and the stock are taken afterwards. */
export async function insertCobro(
  trx: Trx,
  cobro: NuevoCobro,
): Promise<{ cobroId: number; lineas: LineaDeVenta[] }> {
  const kinds = [...new Set(cobro.lineas.map(({ tipo }) => tipo))];
  const ctes = kinds.map((tipo) => {
    const rows = JSON.stringify(cobro.lineas.filter((linea) => linea.tipo === tipo));
    return sql`${sql.ref(inserts[tipo].name)} as (${inserts[tipo].sql(rows, cobro.now)})`;
  });
  const deClase = (tipo: NuevaLinea['tipo']) =>
    cobro.lineas
      .filter((linea) => linea.tipo === tipo)
      .reduce((sum, l) => sum + l.precioUnitario * l.cantidad - l.descuento, 0);
  const reads = kinds.map(
    (tipo) => sql`select nuevo.id as cobro_id, l.* from nuevo, ${sql.ref(inserts[tipo].name)} l`,
  );
  const { rows } = await sql<LineaDeVenta & { cobroId: number }>`
    with nuevo as (
      insert into cobro (codigo, cliente_id, empresa_id, canal, vence_en, estado, total, total_taller, total_curso,
        total_producto, creado_por, creado_en, actualizado_en)
      values (${cobro.codigo}, ${cobro.clienteId}, ${cobro.empresaId}, ${cobro.canal}, ${cobro.venceEn}::timestamptz,
        ${cobro.estado}, ${cobro.total}, ${deClase('TALLER')}, ${deClase('CURSO')}, ${deClase('PRODUCTO')}, ${cobro.usuarioId}::uuid, ${cobro.now}::timestamptz, ${cobro.now}::timestamptz)
      returning id, cliente_id
    ), ${sql.join(ctes)} ${sql.join(reads, sql` union all `)}`.execute(trx);
  const [first] = rows;
  if (!first) throw new Error('a sale without lines');
  return { cobroId: first.cobroId, lineas: rows.map(({ cobroId: _, ...linea }) => linea) };
}
