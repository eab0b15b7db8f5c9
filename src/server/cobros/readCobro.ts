import { sql } from 'kysely';
import type { Cobro } from '#contract/cobros.ts';
import { desglosar } from '#contract/money.ts';
import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { cobroPuede } from './cobros.policy.ts';
import { presentCobroItem, selectCobroItems } from './cobros.queries.ts';

function selectLineas(db: Db | Trx, cobroId: number) {
  return db
    .selectFrom('inscripcion')
    .innerJoin('taller', 'taller.id', 'inscripcion.tallerId')
    .select([
      'inscripcion.id as inscripcionId',
      'taller.titulo',
      'taller.id as tallerId',
      'taller.iniciaEn',
      'taller.zona',
      'inscripcion.cantidad',
      'inscripcion.precioUnitario',
      'inscripcion.descuento',
      'inscripcion.descuentoMotivo',
      'inscripcion.total',
      'inscripcion.afectoIva',
      'inscripcion.anuladaEn',
      'inscripcion.anuladaCausa',
      'inscripcion.anuladaMotivo',
    ])
    .where('inscripcion.cobroId', '=', cobroId)
    .orderBy('inscripcion.id')
    .execute();
}

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
    lineas: lineas.map(({ afectoIva, ...linea }) => ({
      ...linea,
      tipo: 'TALLER',
      ...desglosar(linea.total, afectoIva),
      puede: {
        anular: vender && linea.anuladaEn === null,
        trasladar: vender && linea.anuladaEn === null,
      },
    })),
    pagos: pagos.map(({ reversado, ...pago }) => ({
      ...pago,
      puede: {
        reversar: vender && pago.tipo === 'PAGO' && !reversado && pago.monto <= row.pagado,
      },
    })),
    puede: cobroPuede(row, vender),
  };
}
