import { sql } from 'kysely';
import type { Cobro, LineaCobro } from '#contract/cobros.ts';
import { desglosar } from '#contract/money.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { cobroPuede } from './cobros.policy.ts';
import { presentCobroItem, selectCobroItems } from './cobros.queries.ts';
import { type FilaDeLinea, selectLineas } from './lineasDeCobro.queries.ts';

function selectPagos(db: Db | Trx, cobroId: number) {
  return db
    .selectFrom('pago')
    .leftJoin('usuario', 'usuario.id', 'pago.registradoPor')
    .leftJoin('pago as reverso', 'reverso.reversaDe', 'pago.id')
    .select([
      'pago.id',
      'pago.tipo',
      'pago.monto',
      'pago.medio',
      'pago.referencia',
      'pago.fecha',
      'pago.nota',
      'pago.reversaDe',
      'usuario.name as registradoPor',
      'pago.creadoEn',
      sql<boolean>`reverso.id is not null`.as('reversado'),
    ])
    .where('pago.cobroId', '=', cobroId)
    .orderBy('pago.id')
    .execute();
}

function presentLinea(fila: FilaDeLinea, vender: boolean): LineaCobro {
  const live = vender && fila.anuladaEn === null;
  const { itemId, afectoIva, tipo } = fila;
  const comun = {
    id: fila.id,
    titulo: fila.titulo,
    cantidad: fila.cantidad,
    precioUnitario: fila.precioUnitario,
    descuento: fila.descuento,
    descuentoMotivo: fila.descuentoMotivo,
    total: fila.total,
    ...desglosar(fila.total, afectoIva),
    anuladaEn: fila.anuladaEn,
    anuladaCausa: fila.anuladaCausa,
    anuladaMotivo: fila.anuladaMotivo,
  };
  if (tipo === 'TALLER') {
    const { iniciaEn, zona } = fila;
    const puede = { anular: live, trasladar: live };
    return { tipo, ...comun, tallerId: itemId, iniciaEn, zona, puede };
  }
  if (tipo === 'CURSO') {
    const { accesoDesde, accesoHasta, cortesiaMotivo } = fila;
    const acceso = { accesoDesde, accesoHasta, cortesiaMotivo };
    return { tipo, ...comun, cursoId: itemId, ...acceso, puede: { anular: live } };
  }
  const { sku, entrega, entregaNota, entregaEn, entregaPor } = fila;
  const kit = { productoId: itemId, sku, entrega, entregaNota, entregaEn, entregaPor };
  return { tipo, ...comun, ...kit, puede: { anular: live, entregar: live } };
}

/**
 * A Cobro with its lines (gross, split in neto, IVA and exento), its movements, and what this role may do.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readCobro(db: Db | Trx, id: number, rol: Rol): Promise<Cobro> {
  const row = found(
    await selectCobroItems(db)
      .leftJoin('usuario', 'usuario.id', 'cobro.creadoPor')
      .select('usuario.name as creadoPor')
      .where('cobro.id', '=', id)
      .executeTakeFirst(),
    'ese cobro',
  );
  const lineas = await selectLineas(db, id);
  const pagos = await selectPagos(db, id);
  const vender = permisosDe(rol).includes('ventas:escribir');
  return {
    ...row,
    ...presentCobroItem(row),
    lineas: lineas.map((linea) => presentLinea(linea, vender)),
    pagos: pagos.map(({ reversado, ...pago }) => ({
      ...pago,
      puede: {
        reversar: vender && pago.tipo === 'PAGO' && !reversado && pago.monto <= row.pagado,
      },
    })),
    puede: cobroPuede({ ...row, pagos: pagos.length }, vender),
  };
}
