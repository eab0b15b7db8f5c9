import { formatFecha } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { datosDeVenta, type Venta } from './datosDeVenta.ts';
import { idDe, type Parte } from './parte.ts';

const medios = {
  TRANSFERENCIA: 'transferencia',
  EFECTIVO: 'efectivo',
  WEBPAY: 'Webpay',
  MERCADO_PAGO: 'Mercado Pago',
  OTRO: 'otro medio',
};

const ANULADA = 'La venta se anuló.';
const VENCIDA = 'La reserva venció.';

async function lastCobro(db: Db, clienteId: number) {
  const row = await db
    .selectFrom('cobro')
    .select('id')
    .where('clienteId', '=', clienteId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { cobro: row.id };
}

function whyNotConfirm({ estado, vencida }: Venta): string | undefined {
  if (vencida) return VENCIDA;
  return estado === 'ANULADO' ? ANULADA : undefined;
}

function whyNotWarn({ estado, vencida, pagado, venceEn }: Venta): string | undefined {
  if (vencida) return VENCIDA;
  if (estado === 'ANULADO') return ANULADA;
  if (estado !== 'PENDIENTE' || pagado > 0) return 'Ya pagó.';
  return venceEn === null ? 'La reserva ya no vence.' : undefined;
}

const deVenta = (why: (venta: Venta) => string | undefined): Parte => ({
  reunir: async (db, entorno, { referencia }) => {
    const venta = await datosDeVenta(db, idDe(referencia, 'cobro'), entorno);
    return venta && { datos: venta.datos, cancelar: why(venta) };
  },
  ultima: lastCobro,
});

function selectPago(db: Db | Trx, id: number) {
  return db
    .selectFrom('pago')
    .leftJoin('pago as reverso', 'reverso.reversaDe', 'pago.id')
    .select(['pago.cobroId', 'pago.monto', 'pago.medio', 'pago.fecha', 'reverso.id as reversoId'])
    .where('pago.id', '=', id)
    .executeTakeFirst();
}

const pagoRecibido: Parte = {
  reunir: async (db, entorno, { referencia }) => {
    const pago = await selectPago(db, idDe(referencia, 'pago'));
    const venta = pago && (await datosDeVenta(db, pago.cobroId, entorno));
    if (!venta) return undefined;
    const datos = {
      ...venta.datos,
      pago: {
        monto: formatPesos(pago.monto),
        medio: medios[pago.medio],
        fecha: formatFecha(pago.fecha, entorno.zona, entorno.now),
      },
    };
    if (pago.reversoId !== null) return { datos, cancelar: 'El pago se reversó.' };
    const annulled = venta.estado === 'ANULADO' && !venta.vencida;
    return { datos, cancelar: annulled ? ANULADA : undefined };
  },
  ultima: async (db, clienteId) => {
    const row = await db
      .selectFrom('pago')
      .innerJoin('cobro', 'cobro.id', 'pago.cobroId')
      .select(['pago.id as pago', 'cobro.id as cobro'])
      .where('cobro.clienteId', '=', clienteId)
      .where('pago.tipo', '=', 'PAGO')
      .orderBy('pago.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row;
  },
};

export const partesDeVentas = {
  INSCRIPCION_RECIBIDA: deVenta(whyNotConfirm),
  PAGO_RECIBIDO: pagoRecibido,
  RESERVA_POR_VENCER: deVenta(whyNotWarn),
};
