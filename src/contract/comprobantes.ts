import { z } from 'zod';
import { estadoPago, medio, tipoLinea, tipoPago } from './cobros.ts';
import { endpoint } from './endpoint.ts';
import { porId } from './fields.ts';

/** The receipt of a sale: what stands on its page and its PDF. It is not a tax document. */
export const comprobante = z
  .object({
    numero: z.int(),
    emitidoEn: z.string(),
    codigo: z.string(),
    /** The local zone of the business, for its dates. */
    zona: z.string(),
    negocio: z.object({
      nombre: z.string(),
      razonSocial: z.string().nullable(),
      rut: z.string().nullable(),
      giro: z.string().nullable(),
      direccion: z.string().nullable(),
      comuna: z.string().nullable(),
      email: z.string().nullable(),
      telefono: z.string().nullable(),
      logoUrl: z.string().nullable(),
      colorAcento: z.string(),
    }),
    comprador: z.object({
      nombre: z.string(),
      rut: z.string().nullable(),
      giro: z.string().nullable(),
      email: z.string().nullable(),
      telefono: z.string().nullable(),
      /** The person who bought for a company. */
      contacto: z.string().nullable(),
    }),
    vendidoEn: z.string(),
    lineas: z.array(
      z.object({
        tipo: tipoLinea,
        titulo: z.string(),
        /** When a workshop takes place, or the SKU of a kit. */
        detalle: z.string().nullable(),
        cantidad: z.int(),
        precioUnitario: z.int(),
        descuento: z.int(),
        descuentoMotivo: z.string().nullable(),
        total: z.int(),
        neto: z.int(),
        iva: z.int(),
        exento: z.int(),
        anulada: z.boolean(),
      }),
    ),
    /** Over the live lines, in pesos: neto + iva + exento = total. */
    neto: z.int(),
    iva: z.int(),
    exento: z.int(),
    total: z.int(),
    pagos: z.array(
      z.object({
        tipo: tipoPago,
        monto: z.int(),
        medio,
        referencia: z.string().nullable(),
        fecha: z.string(),
      }),
    ),
    pagado: z.int(),
    saldo: z.int(),
    saldoAFavor: z.int(),
    porReembolsar: z.int(),
    estado: estadoPago,
  })
  .meta({ id: 'Comprobante' });
export type Comprobante = z.infer<typeof comprobante>;

export const emitComprobante = endpoint({
  method: 'POST',
  path: '/api/cobros/:id/comprobante',
  acceso: 'ventas:escribir',
  resumen: 'Emitir el comprobante de una venta, con el número que sigue; repetirlo no lo cambia',
  params: porId,
  response: comprobante,
});

export const getComprobante = endpoint({
  method: 'GET',
  path: '/api/cobros/:id/comprobante',
  acceso: 'ventas:leer',
  resumen: 'El comprobante de una venta; no existe hasta que se emite',
  params: porId,
  response: comprobante,
});

export const getComprobantePdf = endpoint({
  method: 'GET',
  path: '/api/cobros/:id/comprobante/pdf',
  acceso: 'ventas:leer',
  resumen: 'El comprobante de una venta, en PDF',
  params: porId,
  formato: 'application/pdf',
});

const porCodigo = z.strictObject({
  codigo: z
    .string()
    .regex(/^[A-Z0-9-]{4,20}$/i)
    .toUpperCase(),
});

export const getComprobantePublico = endpoint({
  method: 'GET',
  path: '/api/publico/reservas/:codigo/comprobante',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'El comprobante de una compra, por su referencia',
  params: porCodigo,
  response: comprobante,
});

export const getComprobantePublicoPdf = endpoint({
  method: 'GET',
  path: '/api/publico/reservas/:codigo/comprobante/pdf',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'El comprobante de una compra, por su referencia, en PDF',
  params: porCodigo,
  formato: 'application/pdf',
});
