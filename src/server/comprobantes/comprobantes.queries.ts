import { type NotNull, sql } from 'kysely';
import type { Comprobante } from '#contract/comprobantes.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** A Cobro that has a receipt, with who bought and who sold. */
export function selectEmitido(db: Db | Trx, cobroId: number) {
  return db
    .selectFrom('cobro')
    .innerJoin('cliente', 'cliente.id', 'cobro.clienteId')
    .leftJoin('empresa', 'empresa.id', 'cobro.empresaId')
    .innerJoin('negocio', (join) => join.onTrue())
    .select([
      'cobro.codigo',
      'cobro.estado',
      'cobro.pagado',
      'cobro.creadoEn as vendidoEn',
      'cobro.comprobante as numero',
      'cobro.comprobanteEn as emitidoEn',
      'cliente.nombres',
      'cliente.apellidos',
      'cliente.rut as clienteRut',
      'cliente.email as clienteEmail',
      'cliente.telefono as clienteTelefono',
      'empresa.razonSocial as empresa',
      'empresa.rut as empresaRut',
      'empresa.giro as empresaGiro',
      'empresa.email as empresaEmail',
      'empresa.telefono as empresaTelefono',
      'negocio.nombre',
      'negocio.razonSocial',
      'negocio.rut',
      'negocio.giro',
      'negocio.direccion',
      'negocio.comuna',
      'negocio.email',
      'negocio.telefono',
      'negocio.logoId',
      'negocio.colorAcento',
    ])
    .where('cobro.id', '=', cobroId)
    .where('cobro.comprobante', 'is not', null)
    .$narrowType<{ numero: NotNull; emitidoEn: NotNull }>()
    .executeTakeFirst();
}

export type EmitidoRow = NonNullable<Awaited<ReturnType<typeof selectEmitido>>>;

export type LineaRow = Pick<
  Comprobante['lineas'][number],
  'tipo' | 'titulo' | 'cantidad' | 'precioUnitario' | 'descuento' | 'descuentoMotivo' | 'total'
> & {
  afectoIva: boolean;
  anuladaEn: string | null;
  iniciaEn: string | null;
  zona: string | null;
  sku: string | null;
};

/** Every line of a Cobro: talleres first, then cursos, then productos. */
export async function selectLineas(db: Db | Trx, cobroId: number): Promise<LineaRow[]> {
  const { rows } = await sql<LineaRow>`
    select l.tipo, l.titulo, l.cantidad, l.precio_unitario, l.descuento, l.descuento_motivo, l.total, l.afecto_iva,
      l.anulada_en, taller.inicia_en, taller.zona, producto.sku
    from linea_cobro l
    left join taller on l.tipo = 'TALLER' and taller.id = l.item_id
    left join producto on l.tipo = 'PRODUCTO' and producto.id = l.item_id
    where l.cobro_id = ${cobroId}
    order by array_position(array['TALLER', 'CURSO', 'PRODUCTO'], l.tipo), l.id`.execute(db);
  return rows;
}

export function selectPagos(db: Db | Trx, cobroId: number) {
  return db
    .selectFrom('pago')
    .select(['tipo', 'monto', 'medio', 'referencia', 'fecha'])
    .where('cobroId', '=', cobroId)
    .orderBy('fecha')
    .orderBy('id')
    .execute();
}

/** The Cobro that a reference names. */
export function selectPorCodigo(db: Db, codigo: string) {
  return db.selectFrom('cobro').select('id').where('codigo', '=', codigo).executeTakeFirst();
}

export function selectLogo(db: Db) {
  return db
    .selectFrom('negocio')
    .innerJoin('archivo', 'archivo.id', 'negocio.logoId')
    .select(['archivo.id', 'archivo.contenido'])
    .executeTakeFirst();
}
