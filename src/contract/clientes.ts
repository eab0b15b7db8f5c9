import { z } from 'zod';
import { empresaRef } from './empresas.ts';
import { endpoint } from './endpoint.ts';
import { usuarioRef } from './equipo.ts';
import {
  busqueda,
  comuna,
  email,
  fecha,
  id,
  idTexto,
  lista,
  listaDe,
  opcional,
  pagina,
  porId,
  rut,
  telefono,
  texto,
  textoLargo,
  uuid,
  version,
} from './fields.ts';
import { interesRef } from './intereses.ts';

export const tipoCliente = z.enum(['B2C', 'B2B']);
export const estadoCliente = z.enum(['LEAD', 'PROSPECTO', 'CLIENTE', 'INACTIVO']);
export type EstadoCliente = z.infer<typeof estadoCliente>;

export const origenes = [
  'INSTAGRAM',
  'FACEBOOK',
  'GOOGLE',
  'TIKTOK',
  'WHATSAPP',
  'REFERIDO',
  'EVENTO',
  'NEWSLETTER',
  'WEB',
  'OTRO',
] as const;
export const origen = z.enum(origenes);
export type Origen = z.infer<typeof origen>;

/** What caused a change of estado; the table of transitions is the server's. */
export const causaEstado = z.enum([
  'CAPTURA',
  'COMPRA_PENDIENTE',
  'COMPRA_CONFIRMADA',
  'COMPRA_ANULADA',
  'LISTA_DE_ESPERA',
  'INTERACCION',
  'ACTIVIDAD',
  'SIN_ACTIVIDAD',
  'MANUAL',
  'FUSION',
]);
export type CausaEstado = z.infer<typeof causaEstado>;

export const origenDetalle = z.strictObject({
  utmSource: opcional(texto(120)),
  utmMedium: opcional(texto(120)),
  utmCampaign: opcional(texto(120)),
  referidoPor: opcional(texto(120)),
});

export const clienteRef = z
  .object({ id: z.int(), nombres: z.string(), apellidos: z.string() })
  .meta({ id: 'ClienteRef' });

export const clienteItem = clienteRef
  .extend({
    tipo: tipoCliente,
    email: z.string().nullable(),
    telefono: z.string().nullable(),
    rut: z.string().nullable(),
    comuna: z.string().nullable(),
    origen,
    estado: estadoCliente,
    empresa: empresaRef.nullable(),
    intereses: z.array(interesRef),
    /** Whose they are, of the staff. */
    responsable: usuarioRef.nullable(),
    ultimaActividadEn: z.string().nullable(),
    creadoEn: z.string(),
  })
  .meta({ id: 'ClienteItem' });
export type ClienteItem = z.infer<typeof clienteItem>;

export const cambioEstado = z
  .object({
    id: z.int(),
    de: estadoCliente.nullable(),
    a: estadoCliente,
    causa: causaEstado,
    motivo: z.string().nullable(),
    usuario: z.string().nullable(),
    creadoEn: z.string(),
  })
  .meta({ id: 'CambioEstado' });

export const cliente = clienteItem
  .extend({
    fechaNacimiento: z.string().nullable(),
    origenDetalle: z.object({
      utmSource: z.string().nullish(),
      utmMedium: z.string().nullish(),
      utmCampaign: z.string().nullish(),
      referidoPor: z.string().nullish(),
    }),
    notas: z.string().nullable(),
    version: z.int(),
    actualizadoEn: z.string(),
    /** Whether the newest consent row allows promotional email. */
    suscrito: z.boolean(),
    /** Pesos over all sales: paid (net), still owed, in favour, to be refunded. */
    cuenta: z.object({
      pagado: z.int(),
      saldo: z.int(),
      saldoAFavor: z.int(),
      porReembolsar: z.int(),
    }),
    historial: z.array(cambioEstado),
    puede: z.object({
      editar: z.boolean(),
      inscribir: z.boolean(),
      /** The states staff may set by hand from here. */
      cambiarEstadoA: z.array(estadoCliente),
    }),
  })
  .meta({ id: 'Cliente' });
export type Cliente = z.infer<typeof cliente>;

export const clienteCampos = z.strictObject({
  tipo: tipoCliente,
  empresaId: id.nullable().optional(),
  nombres: texto(80),
  apellidos: z.union([texto(80), z.literal('')]).optional(),
  email: opcional(email),
  telefono: opcional(telefono),
  rut: opcional(rut),
  fechaNacimiento: opcional(fecha),
  comuna: opcional(comuna),
  origen,
  origenDetalle: origenDetalle.optional(),
  intereses: z.array(id).max(50, 'Elige a lo más 50 intereses.').optional(),
  responsableId: uuid.nullable().optional(),
  notas: opcional(textoLargo(5000)),
});

export const ordenClientes = z.enum([
  '-creadoEn',
  'creadoEn',
  'apellidos',
  '-apellidos',
  '-ultimaActividadEn',
]);

export const filtrosClientes = z.strictObject({
  q: busqueda.optional(),
  estado: lista(estadoCliente).optional(),
  tipo: tipoCliente.optional(),
  interes: lista(idTexto).optional(),
  origen: lista(origen).optional(),
  comuna: comuna.optional(),
  empresa: idTexto.optional(),
  /** Local dates of the business, both included. */
  creadoDesde: fecha.optional(),
  creadoHasta: fecha.optional(),
  /** An id of a user, `yo`, or `nadie`. */
  responsable: z.union([z.enum(['yo', 'nadie']), uuid]).optional(),
  /** A saved segment, on top of the other filters. */
  segmento: idTexto.optional(),
  /** Only these, for the file of a selection. */
  ids: lista(idTexto).optional(),
  orden: ordenClientes.optional(),
  ...pagina,
});
export type FiltrosClientes = z.output<typeof filtrosClientes>;

export const listClientes = endpoint({
  method: 'GET',
  path: '/api/clientes',
  acceso: 'clientes:leer',
  resumen: 'Lista de clientes, con búsqueda y filtros',
  query: filtrosClientes,
  response: listaDe(clienteItem),
});

export const getCliente = endpoint({
  method: 'GET',
  path: '/api/clientes/:id',
  acceso: 'clientes:leer',
  resumen: 'Un cliente con su historial de estado y su cuenta',
  params: porId,
  response: cliente,
});

export const createCliente = endpoint({
  method: 'POST',
  path: '/api/clientes',
  acceso: 'clientes:escribir',
  resumen: 'Crear un cliente',
  body: clienteCampos,
  idempotente: true,
  status: 201,
  response: cliente,
});

export const updateCliente = endpoint({
  method: 'PATCH',
  path: '/api/clientes/:id',
  acceso: 'clientes:escribir',
  resumen: 'Cambiar un cliente',
  params: porId,
  body: clienteCampos.partial().extend({ version }),
  response: cliente,
});

export const setEstadoCliente = endpoint({
  method: 'POST',
  path: '/api/clientes/:id/estado',
  acceso: 'clientes:escribir',
  resumen: 'Cambiar el estado a mano, con un motivo',
  params: porId,
  body: z.strictObject({
    estado: z.enum(['PROSPECTO', 'INACTIVO']),
    motivo: texto(300),
    version,
  }),
  response: cliente,
});

/** Bulk action of the list: add an interest to those selected. */
export const tagClientes = endpoint({
  method: 'POST',
  path: '/api/clientes/intereses',
  acceso: 'clientes:escribir',
  resumen: 'Agregar o quitar un interés a varios clientes',
  body: z.strictObject({
    clientes: z.array(id).min(1, 'Elige al menos un cliente.').max(1000),
    interesId: id,
    accion: z.enum(['AGREGAR', 'QUITAR']),
  }),
  response: z.object({ cambiados: z.int() }),
});
