import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { endpoint } from './endpoint.ts';
import { usuarioRef } from './equipo.ts';
import {
  busqueda,
  fecha,
  id,
  idTexto,
  instante,
  lista,
  listaDe,
  opcional,
  pagina,
  porId,
  texto,
  textoLargo,
  uuid,
  version,
} from './fields.ts';

export const tipoInteraccion = z.enum(['LLAMADA', 'CORREO', 'REUNION', 'WHATSAPP', 'NOTA']);
export type TipoInteraccion = z.infer<typeof tipoInteraccion>;
/** Who began it: the person, or the school. */
export const direccion = z.enum(['ENTRANTE', 'SALIENTE']);
export type Direccion = z.infer<typeof direccion>;
/** What came of it; INTERESADO makes a LEAD a PROSPECTO. */
export const resultadoInteraccion = z.enum([
  'INTERESADO',
  'NO_INTERESADO',
  'SIN_RESPUESTA',
  'RESUELTO',
]);
export type ResultadoInteraccion = z.infer<typeof resultadoInteraccion>;

export const seguimiento = z.object({
  /** A local date of the business. */
  fecha: z.string(),
  nota: z.string().nullable(),
  responsable: usuarioRef.nullable(),
  hechoEn: z.string().nullable(),
  hechoPor: z.string().nullable(),
  /** Against today, while it is not done. */
  cuando: z.enum(['ATRASADO', 'HOY', 'MANANA', 'DESPUES']).nullable(),
});
export type Seguimiento = z.infer<typeof seguimiento>;

export const interaccion = z
  .object({
    id: z.int(),
    cliente: clienteRef.extend({ email: z.string().nullable(), telefono: z.string().nullable() }),
    tipo: tipoInteraccion,
    direccion: direccion.nullable(),
    resumen: z.string(),
    detalle: z.string().nullable(),
    resultado: resultadoInteraccion.nullable(),
    fecha: z.string(),
    responsable: usuarioRef.nullable(),
    seguimiento: seguimiento.nullable(),
    version: z.int(),
    creadoEn: z.string(),
    puede: z.object({ editar: z.boolean(), eliminar: z.boolean() }),
  })
  .meta({ id: 'Interaccion' });
export type Interaccion = z.infer<typeof interaccion>;

const seguimientoCampos = z.strictObject({
  fecha,
  nota: opcional(texto(300)),
  /** Whoever writes it, unless told. */
  responsableId: uuid.nullable().optional(),
});

export const interaccionCampos = z.strictObject({
  tipo: tipoInteraccion,
  /** SALIENTE unless told; a note and a meeting have none. */
  direccion: direccion.nullable().optional(),
  resumen: texto(200),
  detalle: opcional(textoLargo(10_000)),
  resultado: resultadoInteraccion.nullable().optional(),
  /** When it happened; now unless told, never ahead. */
  fecha: instante.optional(),
  /** Whoever writes it, unless told. */
  responsableId: uuid.nullable().optional(),
  seguimiento: seguimientoCampos.nullable().optional(),
});

export const filtrosInteracciones = z.strictObject({
  q: busqueda.optional(),
  cliente: idTexto.optional(),
  empresa: idTexto.optional(),
  tipo: lista(tipoInteraccion).optional(),
  resultado: lista(resultadoInteraccion).optional(),
  /** An id of a user, or `yo`. */
  responsable: z.union([z.literal('yo'), uuid]).optional(),
  desde: fecha.optional(),
  hasta: fecha.optional(),
  orden: z.enum(['-fecha', 'fecha']).optional(),
  ...pagina,
});

export const listInteracciones = endpoint({
  method: 'GET',
  path: '/api/interacciones',
  acceso: 'interacciones:leer',
  resumen: 'Llamadas, correos, reuniones, mensajes y notas',
  query: filtrosInteracciones,
  response: listaDe(interaccion),
});

export const listSeguimientos = endpoint({
  method: 'GET',
  path: '/api/seguimientos',
  acceso: 'interacciones:leer',
  resumen: 'Lo que se acordó hacer y no está hecho, lo más atrasado primero',
  query: z.strictObject({
    /** An id of a user, `yo`, or `nadie`. */
    responsable: z.union([z.enum(['yo', 'nadie']), uuid]).optional(),
    cuando: lista(z.enum(['ATRASADO', 'HOY', 'MANANA', 'DESPUES'])).optional(),
    cliente: idTexto.optional(),
    ...pagina,
  }),
  response: listaDe(interaccion),
});

export const getInteraccion = endpoint({
  method: 'GET',
  path: '/api/interacciones/:id',
  acceso: 'interacciones:leer',
  resumen: 'Una interacción',
  params: porId,
  response: interaccion,
});

export const createInteraccion = endpoint({
  method: 'POST',
  path: '/api/interacciones',
  acceso: 'interacciones:escribir',
  resumen: 'Registrar un contacto con una persona y lo que sigue',
  body: interaccionCampos.extend({ clienteId: id }),
  idempotente: true,
  status: 201,
  response: interaccion,
});

export const updateInteraccion = endpoint({
  method: 'PATCH',
  path: '/api/interacciones/:id',
  acceso: 'interacciones:escribir',
  resumen: 'Corregir una interacción o su seguimiento',
  params: porId,
  body: interaccionCampos.partial().extend({ version }),
  response: interaccion,
});

export const deleteInteraccion = endpoint({
  method: 'DELETE',
  path: '/api/interacciones/:id',
  acceso: 'interacciones:escribir',
  resumen: 'Eliminar una interacción escrita por error: quien la escribió, o administración',
  params: porId,
});

/** Done, or not done after all; done may log what was done as a new interacción, in one step. */
export const completeSeguimiento = endpoint({
  method: 'POST',
  path: '/api/interacciones/:id/seguimiento',
  acceso: 'interacciones:escribir',
  resumen: 'Dar por hecho un seguimiento, o volver a dejarlo pendiente',
  params: porId,
  body: z.strictObject({ hecho: z.boolean() }),
  response: interaccion,
});

export const assignSeguimientos = endpoint({
  method: 'POST',
  path: '/api/seguimientos/asignacion',
  acceso: 'interacciones:escribir',
  resumen: 'Cambiar a quién le toca, o para cuándo, varios seguimientos a la vez',
  body: z
    .strictObject({
      interacciones: z.array(id).min(1, 'Elige al menos uno.').max(1000),
      responsableId: uuid.nullable().optional(),
      fecha: fecha.optional(),
    })
    .refine((b) => b.responsableId !== undefined || b.fecha !== undefined, {
      message: 'Elige a quién o para cuándo.',
      path: ['responsableId'],
    }),
  response: z.object({ cambiados: z.int() }),
});

/** Bulk action of the list of clientes: whose they are. */
export const assignClientes = endpoint({
  method: 'POST',
  path: '/api/clientes/responsable',
  acceso: 'clientes:escribir',
  resumen: 'Asignar varios clientes a una persona del equipo',
  body: z.strictObject({
    clientes: z.array(id).min(1, 'Elige al menos un cliente.').max(1000),
    responsableId: uuid.nullable(),
  }),
  response: z.object({ cambiados: z.int() }),
});

/** Staff that work may be given to. */
export const listResponsables = endpoint({
  method: 'GET',
  path: '/api/responsables',
  acceso: 'clientes:leer',
  resumen: 'El equipo, para asignar trabajo',
  response: z.object({ items: z.array(usuarioRef) }),
});

export const textoWhatsapp = z
  .object({
    id: z.int(),
    nombre: z.string(),
    texto: z.string(),
    version: z.int(),
  })
  .meta({ id: 'TextoWhatsapp' });
export type TextoWhatsapp = z.infer<typeof textoWhatsapp>;

const textoWhatsappCampos = z.strictObject({ nombre: texto(60), texto: textoLargo(2000) });

export const listTextosWhatsapp = endpoint({
  method: 'GET',
  path: '/api/textos-whatsapp',
  acceso: 'interacciones:leer',
  resumen: 'Textos listos para WhatsApp; con `cliente`, con sus datos ya puestos',
  query: z.strictObject({ cliente: idTexto.optional() }),
  response: z.object({ items: z.array(textoWhatsapp) }),
});

export const createTextoWhatsapp = endpoint({
  method: 'POST',
  path: '/api/textos-whatsapp',
  acceso: 'interacciones:escribir',
  resumen: 'Agregar un texto para WhatsApp',
  body: textoWhatsappCampos,
  status: 201,
  response: textoWhatsapp,
});

export const updateTextoWhatsapp = endpoint({
  method: 'PATCH',
  path: '/api/textos-whatsapp/:id',
  acceso: 'interacciones:escribir',
  resumen: 'Cambiar un texto para WhatsApp',
  params: porId,
  body: textoWhatsappCampos.partial().extend({ version }),
  response: textoWhatsapp,
});

export const deleteTextoWhatsapp = endpoint({
  method: 'DELETE',
  path: '/api/textos-whatsapp/:id',
  acceso: 'interacciones:escribir',
  resumen: 'Eliminar un texto para WhatsApp',
  params: porId,
});
