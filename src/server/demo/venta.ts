import type { Medio } from '#contract/cobros.ts';
import { estadoDePago } from '../cobros/cobros.policy.ts';
import type { ClienteRow } from './clientes.ts';
import { codigoOf } from './codigo.ts';
import type { Evento } from './historia.ts';
import { type CursoPlan, DAY, iso, type KitPlan, type Mundo, type TallerPlan } from './mundo.ts';
import { weighted } from './random.ts';
import type { ResenaRow } from './resena.ts';

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

/** What a sale has besides seats. */
export type Extras = { cursos?: readonly CursoPlan[]; kits?: readonly KitPlan[] };

type Anulada = {
  anuladaEn: string | null;
  anuladaPor: string | null;
  anuladaCausa: 'STAFF' | 'VENCIDO' | 'TALLER_ANULADO' | null;
  anuladaMotivo: string | null;
};
const viva = (): Anulada => ({
  anuladaEn: null,
  anuladaPor: null,
  anuladaCausa: null,
  anuladaMotivo: null,
});

/** A sale with its lines, in the making: each act also leaves its trace for the person's history. */
export type Venta = ReturnType<typeof openVenta>;

export function openVenta(
  mundo: Mundo,
  cliente: ClienteRow,
  en: number,
  canal: 'WEB' | 'STAFF',
  lineas: readonly Linea[],
  { cursos = [], kits = [] }: Extras = {},
) {
  const { ids, random, usuarioId, cambiosStock } = mundo;
  const cobroId = ids('cobro');
  const staff = canal === 'STAFF' ? usuarioId : null;
  const eventos: Evento[] = [];
  let touched = en;
  const cobro = {
    id: cobroId,
    codigo: codigoOf(cobroId),
    clienteId: cliente.id,
    empresaId: cliente.empresaId,
    total: 0,
    totalTaller: 0,
    totalCurso: 0,
    totalProducto: 0,
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
      ...viva(),
      creadoEn: iso(en),
    };
  });
  const linea = { cobroId, clienteId: cliente.id, descuento: 0, descuentoMotivo: null };
  const inscripcionesCurso = cursos.map(({ id, precio, diasAcceso }) => ({
    ...linea,
    id: ids('inscripcion_curso'),
    cursoId: id,
    precioUnitario: precio,
    afectoIva: false,
    diasAcceso,
    accesoDesde: null as string | null,
    accesoHasta: null as string | null,
    ...viva(),
    creadoEn: iso(en),
  }));
  const ventasProducto = kits.map(({ id: productoId, plantilla }) => {
    const row = {
      ...linea,
      id: ids('venta_producto'),
      productoId,
      cantidad: 1,
      precioUnitario: plantilla.precio,
      afectoIva: true,
      entrega: 'POR_ENTREGAR',
      entregaNota: null as string | null,
      entregaEn: null as string | null,
      entregaPor: null as string | null,
      ...viva(),
      creadoEn: iso(en),
    };
    cambiosStock.push({ en, productoId, cantidad: -1, ventaProductoId: row.id });
    return row;
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
  const precios = () => [
    ...inscripciones,
    ...ventasProducto,
    ...inscripcionesCurso.map((i) => ({ ...i, cantidad: 1 })),
  ];
  const live = () => precios().filter((i) => i.anuladaEn === null);
  type Precio = ReturnType<typeof precios>[number];
  const sum = (lines: readonly Precio[]) =>
    lines.reduce((all, i) => all + i.precioUnitario * i.cantidad - i.descuento, 0);
  const total = () => sum(live());
  const pagado = () => pagos.reduce((sum, p) => sum + (p.tipo === 'PAGO' ? p.monto : -p.monto), 0);

  log(total() === 0 ? 'COMPRA_CONFIRMADA' : 'COMPRA_PENDIENTE', en);
  return {
    cobro,
    inscripciones,
    inscripcionesCurso,
    ventasProducto,
    asistencias: [] as AsistenciaRow[],
    resenas: [] as ResenaRow[],
    progreso: [] as ProgresoRow[],
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
      const anulada: Anulada = {
        anuladaEn: iso(when),
        anuladaPor: causa === 'VENCIDO' ? null : usuarioId,
        anuladaCausa: causa,
        anuladaMotivo: motivo,
      };
      inscripciones.forEach((inscripcion, i) => {
        if (i < from || inscripcion.anuladaEn !== null) return;
        Object.assign(inscripcion, anulada);
        const { taller, cantidad } = lineas[i] as Linea;
        taller.ocupados -= cantidad;
      });
      for (const row of inscripcionesCurso) Object.assign(row, anulada);
      for (const row of ventasProducto) {
        Object.assign(row, anulada);
        const { productoId, id: ventaProductoId } = row;
        cambiosStock.push({ en: when, productoId, cantidad: 1, ventaProductoId });
      }
      touched = Math.max(touched, when);
    },
    /** The money is all back and nothing is live any more. */
    deshecha: (when: number) => log('COMPRA_ANULADA', when),
    /** Writes what is derived from lines and movements. */
    cerrar() {
      const vivas = live().length;
      Object.assign(cobro, {
        total: total(),
        totalTaller: sum(inscripciones),
        totalCurso: sum(inscripcionesCurso.map((i) => ({ ...i, cantidad: 1 }))),
        totalProducto: sum(ventasProducto),
        pagado: pagado(),
        actualizadoEn: iso(touched),
      });
      cobro.estado = estadoDePago({ total: cobro.total, pagado: cobro.pagado, vivas });
      if (cobro.estado !== 'PAGADO') return;
      const paid = Math.max(en, ...pagos.map(({ fecha }) => Date.parse(fecha)));
      for (const row of inscripcionesCurso) {
        row.accesoDesde = iso(paid);
        row.accesoHasta = row.diasAcceso === null ? null : iso(paid + row.diasAcceso * DAY);
      }
    },
  };
}

type AsistenciaRow = {
  inscripcionId: number;
  puesto: number;
  estado: 'PRESENTE' | 'AUSENTE';
  via: 'LISTA' | 'QR';
  marcadaEn: string;
  marcadaPor: string | null;
};
type ProgresoRow = {
  clienteId: number;
  leccionId: number;
  segundos: number;
  vistoEn: string;
  terminadaEn: string | null;
};

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
