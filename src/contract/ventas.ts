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
export const MAX_KITS_WEB = 20;

export const asistenteCampos = z.strictObject({
  nombres: texto(80),
  apellidos: z.union([texto(80), z.literal('')]).optional(),
  email: opcional(email),
  telefono: opcional(telefono),
});

export const MAX_LINEAS = 20;
export const MAX_UNIDADES = 1_000;

const descuento = {
  /** Pesos off the whole line; needs a reason. */
  descuento: pesos.optional(),
  descuentoMotivo: opcional(texto(200)),
};

export const lineaTaller = z.strictObject({
  tipo: z.literal('TALLER'),
  tallerId: id,
  cantidad: cantidad(MAX_CUPOS_VENTA),
  ...descuento,
  asistentes: z.array(asistenteCampos).max(MAX_CUPOS_VENTA).optional(),
});
export const lineaCurso = z.strictObject({ tipo: z.literal('CURSO'), cursoId: id, ...descuento });
/** The same product may stand on several lines; their sum must be in stock. */
export const lineaProducto = z.strictObject({
  tipo: z.literal('PRODUCTO'),
  productoId: id,
  cantidad: cantidad(MAX_UNIDADES),
  ...descuento,
});
export const lineaVenta = z.discriminatedUnion('tipo', [lineaTaller, lineaCurso, lineaProducto]);

export const createVenta = endpoint({
  method: 'POST',
  path: '/api/ventas',
  acceso: 'ventas:escribir',
  resumen: 'Vender: reservar todas las líneas o ninguna, con pago opcional',
  body: z.strictObject({
    /** Who buys; for a company, its contact. */
    clienteId: id,
    /** The company that is charged; the cliente must be a contact of it. */
    empresaId: id.nullable().optional(),
    lineas: z
      .array(lineaVenta)
      .min(1, 'Agrega al menos una línea.')
      .max(MAX_LINEAS, `Una venta tiene a lo más ${MAX_LINEAS} líneas.`),
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

export const anularInscripcionCurso = endpoint({
  method: 'POST',
  path: '/api/inscripciones-curso/:id/anulacion',
  acceso: 'ventas:escribir',
  resumen: 'Anular el acceso a un curso',
  params: porId,
  body: z.strictObject({ motivo: texto(300) }),
  response: cobro,
});

export const anularVentaProducto = endpoint({
  method: 'POST',
  path: '/api/ventas-producto/:id/anulacion',
  acceso: 'ventas:escribir',
  resumen: 'Anular un kit vendido y devolverlo al stock',
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
