import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { endpoint } from './endpoint.ts';
import { fecha, lista, pagina, porId } from './fields.ts';
import { interaccion } from './interacciones.ts';

/** What a timeline is narrowed by. */
export const claseEvento = z.enum([
  'VENTAS',
  'PAGOS',
  'CORREOS',
  'CONTACTOS',
  'ESTADO',
  'PERMISO',
  'RESENAS',
  'ASISTENCIA',
  'ESPERA',
]);
export type ClaseEvento = z.infer<typeof claseEvento>;

/** Where one can read more of it. */
export const destinoEvento = z.object({
  tipo: z.enum(['COBRO', 'EMAIL', 'TALLER', 'CURSO', 'RESENA']),
  id: z.int(),
});

export const evento = z
  .object({
    /** Unique within the timeline: its source and its id there. */
    id: z.string(),
    clase: claseEvento,
    /** A stable word of its kind, such as PAGO, REEMBOLSO, VENTA, LINEA_ANULADA, EMAIL_ENVIADO. */
    tipo: z.string(),
    en: z.string(),
    /** Plain Spanish: what happened. */
    titulo: z.string(),
    detalle: z.string().nullable(),
    /** Pesos; less than zero is money that went back. */
    monto: z.int().nullable(),
    usuario: z.string().nullable(),
    /** Of whom, in the timeline of a company. */
    cliente: clienteRef.nullable(),
    destino: destinoEvento.nullable(),
    /** The whole of it, to be corrected in place. */
    interaccion: interaccion.nullable(),
  })
  .meta({ id: 'Evento' });
export type Evento = z.infer<typeof evento>;

const query = z.strictObject({
  clase: lista(claseEvento).optional(),
  desde: fecha.optional(),
  hasta: fecha.optional(),
  ...pagina,
});

const response = z.object({ items: z.array(evento), siguiente: z.string().nullable() });

export const listBitacoraCliente = endpoint({
  method: 'GET',
  path: '/api/clientes/:id/bitacora',
  acceso: 'clientes:leer',
  resumen: 'Todo lo que pasó con una persona, lo último primero; solo lo que el rol puede ver',
  params: porId,
  query,
  response,
});

export const listBitacoraEmpresa = endpoint({
  method: 'GET',
  path: '/api/empresas/:id/bitacora',
  acceso: 'clientes:leer',
  resumen: 'Todo lo que pasó con los contactos de una empresa, lo último primero',
  params: porId,
  query,
  response,
});
