import type { Medio } from '#contract/cobros.ts';
import { estadoDePago } from '../cobros/cobros.policy.ts';
import type { ClienteRow } from './clientes.ts';
import { codigoOf } from './codigo.ts';
import type { Evento } from './historia.ts';
import { iso, type Mundo, type TallerPlan } from './mundo.ts';
import { weighted } from './random.ts';

const medios = weighted<Medio>([
  ['TRANSFERENCIA', 70],
  ['WEBPAY', 12],
  ['MERCADO_PAGO', 8],
  ['EFECTIVO', 8],
  ['OTRO', 2],
]);

export type Linea = {
  taller: TallerPlan;
  cantidad: number;
  descuento: number;
  descuentoMotivo: string | null;
};

/** A sale with its lines, in the making: each act also leaves its trace for the person's history. */
export type Venta = ReturnType<typeof openVenta>;

export function openVenta(
  mundo: Mundo,
  cliente: ClienteRow,
  en: number,
  canal: 'WEB' | 'STAFF',
  lineas: readonly Linea[],
) {
  const { ids, random, usuarioId } = mundo;
  const cobroId = ids('cobro');
  const staff = canal === 'STAFF' ? usuarioId : null;
  const eventos: Evento[] = [];
  let touched = en;
  const cobro = {
    id: cobroId,
    codigo: codigoOf(cobroId),
    clienteId: cliente.id,
    total: 0,
    pagado: 0,
    estado: 'PENDIENTE' as ReturnType<typeof estadoDePago>,
    canal,
    venceEn: null as string | null,
    vencidoEn: null as string | null,
    alerta: null as 'PAGO_SIN_CUPO' | null,
    creadoPor: staff,
    creadoEn: iso(en),
    actualizadoEn: iso(en),
  };
  const inscripciones = lineas.map((linea) => {
    linea.taller.ocupados += linea.cantidad;
    return {
      id: ids('inscripcion'),
      cobroId,
      clienteId: cliente.id,
      tallerId: linea.taller.id,
      cantidad: linea.cantidad,
      precioUnitario: linea.taller.plantilla.precio,
      descuento: linea.descuento,
      descuentoMotivo: linea.descuentoMotivo,
      afectoIva: false,
      anuladaEn: null as string | null,
      anuladaPor: null as string | null,
      anuladaCausa: null as 'STAFF' | 'VENCIDO' | 'TALLER_ANULADO' | null,
      anuladaMotivo: null as string | null,
      creadoEn: iso(en),
    };
  });
  const pagos: PagoRow[] = [];
  const log = (causa: Evento['causa'], when: number) => {
    touched = Math.max(touched, when);
    eventos.push({ en: when, causa, cobroId });
  };
  const move = (tipo: PagoRow['tipo'], when: number, rest: Partial<PagoRow>) => {
    const pago: PagoRow = {
      id: ids('pago'),
      cobroId,
      tipo,
      monto: 0,
      medio: 'TRANSFERENCIA',
      referencia: null,
      fecha: iso(when),
      nota: null,
      reversaDe: null,
      registradoPor: usuarioId,
      creadoEn: iso(when),
      ...rest,
    };
    pagos.push(pago);
    touched = Math.max(touched, when);
    return pago;
  };
  const live = () => inscripciones.filter((i) => i.anuladaEn === null);
  const total = () =>
    live().reduce((sum, i) => sum + i.precioUnitario * i.cantidad - i.descuento, 0);
  const pagado = () => pagos.reduce((sum, p) => sum + (p.tipo === 'PAGO' ? p.monto : -p.monto), 0);

  log(total() === 0 ? 'COMPRA_CONFIRMADA' : 'COMPRA_PENDIENTE', en);
  return {
    cobro,
    inscripciones,
    pagos,
    eventos,
    lineas,
    total,
    pagado,
    pagar(when: number, monto: number, nota: string | null = null) {
      const medio = medios(random);
      const pago = move('PAGO', when, { monto, medio, nota });
      pago.referencia = referenceOf(medio, pago.id, random.chance(0.7));
      log(live().length > 0 ? 'COMPRA_CONFIRMADA' : 'ACTIVIDAD', when);
      return pago;
    },
    reembolsar: (when: number, monto: number, nota: string) =>
      move('REEMBOLSO', when, { monto, nota }),
    reversar: (when: number, pago: PagoRow, nota: string) =>
      move('REVERSO', when, { monto: pago.monto, medio: pago.medio, nota, reversaDe: pago.id }),
    anular(
      when: number,
      causa: 'STAFF' | 'VENCIDO' | 'TALLER_ANULADO',
      motivo: string | null,
      from = 0,
    ) {
      inscripciones.forEach((inscripcion, i) => {
        if (i < from || inscripcion.anuladaEn !== null) return;
        inscripcion.anuladaEn = iso(when);
        inscripcion.anuladaPor = causa === 'VENCIDO' ? null : usuarioId;
        inscripcion.anuladaCausa = causa;
        inscripcion.anuladaMotivo = motivo;
        const { taller, cantidad } = lineas[i] as Linea;
        taller.ocupados -= cantidad;
      });
      touched = Math.max(touched, when);
    },
    /** The money is all back and nothing is live any more. */
    deshecha: (when: number) => log('COMPRA_ANULADA', when),
    /** Writes what is derived from lines and movements. */
    cerrar() {
      const vivas = live().length;
      Object.assign(cobro, { total: total(), pagado: pagado(), actualizadoEn: iso(touched) });
      cobro.estado = estadoDePago({ total: cobro.total, pagado: cobro.pagado, vivas });
    },
  };
}

export type PagoRow = {
  id: number;
  cobroId: number;
  tipo: 'PAGO' | 'REEMBOLSO' | 'REVERSO';
  monto: number;
  medio: Medio;
  referencia: string | null;
  fecha: string;
  nota: string | null;
  reversaDe: number | null;
  registradoPor: string | null;
  creadoEn: string;
};

function referenceOf(medio: Medio, id: number, noted: boolean): string | null {
  if (medio === 'WEBPAY') return `WP${(50_000_000 + id * 7).toString()}`;
  if (medio === 'MERCADO_PAGO') return `MP${(9_000_000_000 + id * 13).toString()}`;
  return medio === 'TRANSFERENCIA' && noted ? String(104_000_000 + id * 31) : null;
}
