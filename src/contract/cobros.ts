import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { endpoint } from './endpoint.ts';
import {
  busqueda,
  idTexto,
  instante,
  lista,
  listaDe,
  opcional,
  pagina,
  pesos,
  pesosPositivos,
  porId,
  texto,
} from './fields.ts';

export const estadoPago = z.enum(['PENDIENTE', 'ABONADO', 'PAGADO', 'ANULADO']);
export type EstadoPago = z.infer<typeof estadoPago>;
export const medio = z.enum(['TRANSFERENCIA', 'EFECTIVO', 'WEBPAY', 'MERCADO_PAGO', 'OTRO']);
export type Medio = z.infer<typeof medio>;
export const tipoPago = z.enum(['PAGO', 'REEMBOLSO', 'REVERSO']);
export const causaAnulacion = z.enum(['STAFF', 'VENCIDO', 'TALLER_ANULADO']);

export const pago = z
  .object({
    id: z.int(),
    tipo: tipoPago,
    monto: z.int(),
    medio,
    referencia: z.string().nullable(),
    fecha: z.string(),
    nota: z.string().nullable(),
    reversaDe: z.int().nullable(),
    registradoPor: z.string().nullable(),
    creadoEn: z.string(),
    puede: z.object({ reversar: z.boolean() }),
  })
  .meta({ id: 'Pago' });
export type Pago = z.infer<typeof pago>;

export const tipoLinea = z.enum(['TALLER', 'CURSO', 'PRODUCTO']);
export type TipoLinea = z.infer<typeof tipoLinea>;
export const entregaLinea = z.enum(['POR_ENTREGAR', 'ENTREGADO', 'ENVIADO']);

const lineaComun = {
  /** Of its own kind: an Inscripcion's, an InscripcionCurso's or a VentaProducto's. */
  id: z.int(),
  titulo: z.string(),
  cantidad: z.int(),
  precioUnitario: z.int(),
  descuento: z.int(),
  descuentoMotivo: z.string().nullable(),
  total: z.int(),
  neto: z.int(),
  iva: z.int(),
  exento: z.int(),
  anuladaEn: z.string().nullable(),
  anuladaCausa: causaAnulacion.nullable(),
  anuladaMotivo: z.string().nullable(),
};

/** A line of a sale; each kind carries its own `tipo`. */
export const lineaCobro = z
  .discriminatedUnion('tipo', [
    z.object({
      tipo: z.literal('TALLER'),
      ...lineaComun,
      tallerId: z.int(),
      iniciaEn: z.string(),
      zona: z.string(),
      puede: z.object({ anular: z.boolean(), trasladar: z.boolean() }),
    }),
    z.object({
      tipo: z.literal('CURSO'),
      ...lineaComun,
      cursoId: z.int(),
      accesoDesde: z.string().nullable(),
      accesoHasta: z.string().nullable(),
      cortesiaMotivo: z.string().nullable(),
      puede: z.object({ anular: z.boolean() }),
    }),
    z.object({
      tipo: z.literal('PRODUCTO'),
      ...lineaComun,
      productoId: z.int(),
      sku: z.string(),
      entrega: entregaLinea,
      entregaNota: z.string().nullable(),
      entregaEn: z.string().nullable(),
      entregaPor: z.string().nullable(),
      puede: z.object({ anular: z.boolean(), entregar: z.boolean() }),
    }),
  ])
  .meta({ id: 'LineaCobro' });
export type LineaCobro = z.infer<typeof lineaCobro>;

export const cobroItem = z
  .object({
    id: z.int(),
    codigo: z.string(),
    cliente: clienteRef.extend({ telefono: z.string().nullable(), email: z.string().nullable() }),
    /** The company it was sold to, through the person. */
    empresa: z.object({ id: z.int(), razonSocial: z.string() }).nullable(),
    /** What was sold, in one line of text. */
    detalle: z.string(),
    total: z.int(),
    pagado: z.int(),
    /** Still owed; 0 when paid or annulled. */
    saldo: z.int(),
    saldoAFavor: z.int(),
    porReembolsar: z.int(),
    estado: estadoPago,
    canal: z.enum(['WEB', 'STAFF']),
    venceEn: z.string().nullable(),
    vencidoEn: z.string().nullable(),
    alerta: z.enum(['PAGO_SIN_CUPO']).nullable(),
    /** The number of its receipt, once issued. */
    comprobante: z.int().nullable(),
    creadoEn: z.string(),
  })
  .meta({ id: 'CobroItem' });
export type CobroItem = z.infer<typeof cobroItem>;

export const cobro = cobroItem
  .extend({
    creadoPor: z.string().nullable(),
    lineas: z.array(lineaCobro),
    pagos: z.array(pago),
    puede: z.object({
      registrarPago: z.boolean(),
      reembolsar: z.boolean(),
      anular: z.boolean(),
      resolverAlerta: z.boolean(),
      emitirComprobante: z.boolean(),
    }),
  })
  .meta({ id: 'Cobro' });
export type Cobro = z.infer<typeof cobro>;

export const pagoCampos = z.strictObject({
  monto: pesosPositivos,
  medio,
  referencia: opcional(texto(80)),
  /** When the money moved; now unless told, never ahead. */
  fecha: instante.optional(),
  nota: opcional(texto(300)),
});

export const listCobros = endpoint({
  method: 'GET',
  path: '/api/cobros',
  acceso: 'ventas:leer',
  resumen: 'Lista de cobros',
  query: z.strictObject({
    q: busqueda.optional(),
    estado: lista(estadoPago).optional(),
    cliente: idTexto.optional(),
    empresa: idTexto.optional(),
    taller: idTexto.optional(),
    curso: idTexto.optional(),
    producto: idTexto.optional(),
    /** PAGO_SIN_CUPO or money to give back. */
    atencion: z.enum(['ALERTA', 'POR_REEMBOLSAR', 'VENCE_PRONTO']).optional(),
    orden: z.enum(['-creadoEn', 'creadoEn']).optional(),
    ...pagina,
  }),
  response: listaDe(cobroItem),
});

export const getCobro = endpoint({
  method: 'GET',
  path: '/api/cobros/:id',
  acceso: 'ventas:leer',
  resumen: 'Un cobro con sus líneas y pagos',
  params: porId,
  response: cobro,
});

export const createPago = endpoint({
  method: 'POST',
  path: '/api/cobros/:id/pagos',
  acceso: 'ventas:escribir',
  resumen: 'Registrar un pago o abono',
  params: porId,
  body: pagoCampos.extend({
    /** What was owed when the person looked; if it is no longer that, nothing is registered. */
    saldoVisto: pesos.optional(),
  }),
  idempotente: true,
  status: 201,
  response: cobro,
});

export const createReembolso = endpoint({
  method: 'POST',
  path: '/api/cobros/:id/reembolsos',
  acceso: 'ventas:escribir',
  resumen: 'Registrar un reembolso; no libera cupos',
  params: porId,
  body: pagoCampos,
  idempotente: true,
  status: 201,
  response: cobro,
});

export const createReverso = endpoint({
  method: 'POST',
  path: '/api/cobros/:id/pagos/:pagoId/reverso',
  acceso: 'ventas:escribir',
  resumen: 'Reversar un pago mal registrado',
  params: z.strictObject({ id: idTexto, pagoId: idTexto }),
  body: z.strictObject({ nota: texto(300) }),
  idempotente: true,
  status: 201,
  response: cobro,
});

export const anularCobro = endpoint({
  method: 'POST',
  path: '/api/cobros/:id/anulacion',
  acceso: 'ventas:escribir',
  resumen: 'Anular la venta completa y devolver sus cupos y su stock',
  params: porId,
  body: z.strictObject({ motivo: texto(300) }),
  response: cobro,
});

export const resolveAlerta = endpoint({
  method: 'DELETE',
  path: '/api/cobros/:id/alerta',
  acceso: 'ventas:escribir',
  resumen: 'Dar por resuelta la alerta de un pago sin cupo',
  params: porId,
  response: cobro,
});
