import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { cobro, cobroItem, estadoPago, pagoCampos } from './cobros.ts';
import { endpoint } from './endpoint.ts';
import {
  cantidad,
  email,
  id,
  idTexto,
  instante,
  opcional,
  pesos,
  porId,
  telefono,
  texto,
  version,
} from './fields.ts';
import { taller } from './talleres.ts';

export const MAX_CUPOS_VENTA = 200;
export const MAX_CUPOS_WEB = 10;

export const asistenteCampos = z.strictObject({
  nombres: texto(80),
  apellidos: z.union([texto(80), z.literal('')]).optional(),
  email: opcional(email),
  telefono: opcional(telefono),
});

export const lineaVenta = z.strictObject({
  tipo: z.literal('TALLER'),
  tallerId: id,
  cantidad: cantidad(MAX_CUPOS_VENTA),
  /** Pesos off the whole line; needs a reason. */
  descuento: pesos.optional(),
  descuentoMotivo: opcional(texto(200)),
  asistentes: z.array(asistenteCampos).max(MAX_CUPOS_VENTA).optional(),
});

export const createVenta = endpoint({
  method: 'POST',
  path: '/api/ventas',
  acceso: 'ventas:escribir',
  resumen: 'Vender: reservar todas las líneas o ninguna, con pago opcional',
  body: z.strictObject({
    clienteId: id,
    lineas: z.array(lineaVenta).min(1, 'Agrega al menos una línea.').max(20),
    /** When the hold ends if nothing is paid; without it the seats stay held. */
    venceEn: instante.optional(),
    pago: pagoCampos.optional(),
  }),
  idempotente: true,
  status: 201,
  response: cobro,
});

export const asistente = z
  .object({
    puesto: z.int(),
    nombres: z.string(),
    apellidos: z.string(),
    email: z.string().nullable(),
    telefono: z.string().nullable(),
  })
  .meta({ id: 'Asistente' });

export const inscripcion = z
  .object({
    id: z.int(),
    cobroId: z.int(),
    codigo: z.string(),
    cliente: clienteRef.extend({
      email: z.string().nullable(),
      telefono: z.string().nullable(),
      empresa: z.string().nullable(),
    }),
    tallerId: z.int(),
    cantidad: z.int(),
    total: z.int(),
    /** The Cobro's state, or ANULADO when this line is. */
    estado: estadoPago,
    /** What its whole Cobro still owes. */
    saldo: z.int(),
    venceEn: z.string().nullable(),
    anuladaEn: z.string().nullable(),
    anuladaMotivo: z.string().nullable(),
    asistentes: z.array(asistente),
    creadoEn: z.string(),
    puede: z.object({
      anular: z.boolean(),
      trasladar: z.boolean(),
      registrarPago: z.boolean(),
      nombrarAsistentes: z.boolean(),
    }),
  })
  .meta({ id: 'Inscripcion' });
export type Inscripcion = z.infer<typeof inscripcion>;

export const listInscripcionesDeTaller = endpoint({
  method: 'GET',
  path: '/api/talleres/:id/inscripciones',
  acceso: 'talleres:leer',
  resumen: 'Inscripciones de un taller, con sus asistentes y saldos',
  params: porId,
  query: z.strictObject({ anuladas: z.enum(['SI']).optional() }),
  response: z.object({ items: z.array(inscripcion) }),
});

export const setAsistentes = endpoint({
  method: 'PUT',
  path: '/api/inscripciones/:id/asistentes',
  acceso: 'ventas:escribir',
  resumen: 'Nombrar a quienes ocupan los cupos de una inscripción',
  params: porId,
  body: z.strictObject({ asistentes: z.array(asistenteCampos.nullable()).max(MAX_CUPOS_VENTA) }),
  response: inscripcion,
});

export const anularInscripcion = endpoint({
  method: 'POST',
  path: '/api/inscripciones/:id/anulacion',
  acceso: 'ventas:escribir',
  resumen: 'Anular una inscripción y liberar sus cupos',
  params: porId,
  body: z.strictObject({ motivo: texto(300) }),
  response: cobro,
});

export const trasladarInscripcion = endpoint({
  method: 'POST',
  path: '/api/inscripciones/:id/traslado',
  acceso: 'ventas:escribir',
  resumen: 'Mover una inscripción a otro taller, al mismo precio',
  params: porId,
  body: z.strictObject({ tallerId: id }),
  response: cobro,
});

export const anularTaller = endpoint({
  method: 'POST',
  path: '/api/talleres/:id/anulacion',
  acceso: 'ventas:escribir',
  resumen: 'Anular un taller y todas sus inscripciones',
  params: porId,
  body: z.strictObject({ motivo: texto(300), version }),
  response: z.object({ taller, anuladas: z.int(), porReembolsar: z.array(cobroItem) }),
});

/** Cobros whose money has to be given back because of an annulled Taller. */
export const listPorReembolsar = endpoint({
  method: 'GET',
  path: '/api/talleres/:id/por-reembolsar',
  acceso: 'ventas:leer',
  resumen: 'Cobros del taller con dinero por devolver',
  params: z.strictObject({ id: idTexto }),
  response: z.object({ items: z.array(cobroItem), total: z.int() }),
});
