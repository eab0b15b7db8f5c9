import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { endpoint } from './endpoint.ts';
import { busqueda, fecha, idTexto, lista, listaDe, pagina, porId } from './fields.ts';

export const tipoCampana = z.enum(['OFERTA', 'RECORDATORIO', 'PERSONALIZADO']);
export type TipoCampana = z.infer<typeof tipoCampana>;
export const tipoEmail = z.enum([...tipoCampana.options, 'TRANSACCIONAL']);
export type TipoEmail = z.infer<typeof tipoEmail>;

/** LOCAL is built in full and kept here, because no server for sending is set up: nobody got it. */
export const estadoEmail = z.enum([
  'EN_COLA',
  'TOMADO',
  'ENVIADO',
  'LOCAL',
  'FALLIDO',
  'SUPRIMIDO',
  'CANCELADO',
  'INCIERTO',
]);
export type EstadoEmail = z.infer<typeof estadoEmail>;

/** The kinds of mail that go out by themselves. */
export const claveAutomatico = z.enum([
  'INSCRIPCION_RECIBIDA',
  'PAGO_RECIBIDO',
  'RESERVA_POR_VENCER',
  'RECORDATORIO_3_DIAS',
  'RECORDATORIO_1_DIA',
  'OFERTA_CUPO',
  'PEDIR_RESENA',
  'ENLACE_PORTAL',
  'CONFIRMAR_NEWSLETTER',
  'BIENVENIDA',
]);
export type ClaveAutomatico = z.infer<typeof claveAutomatico>;

export const tipoEvento = z.enum(['APERTURA', 'CLIC', 'REBOTE', 'RECLAMO', 'BAJA']);
export type TipoEvento = z.infer<typeof tipoEvento>;

export const emailItem = z
  .object({
    id: z.int(),
    tipo: tipoEmail,
    campana: z.object({ id: z.int(), nombre: z.string() }).nullable(),
    automatico: claveAutomatico.nullable(),
    /** A test of a content, to an address of the team. */
    prueba: z.boolean(),
    cliente: clienteRef.nullable(),
    email: z.string(),
    /** As it went out; null while it was never built. */
    asunto: z.string().nullable(),
    estado: estadoEmail,
    intentos: z.int(),
    /** Of one that waits: not before this instant. */
    disponibleEn: z.string(),
    enviadoEn: z.string().nullable(),
    /** What the receiving server answered, or why it was not sent. */
    respuesta: z.string().nullable(),
    rebotadoEn: z.string().nullable(),
    reclamadoEn: z.string().nullable(),
    abiertoEn: z.string().nullable(),
    clicEn: z.string().nullable(),
    creadoEn: z.string(),
  })
  .meta({ id: 'EmailItem' });
export type EmailItem = z.infer<typeof emailItem>;

export const email = emailItem
  .extend({
    /** Of a copy that was sent again by hand: the first one. */
    reenvioDe: z.int().nullable(),
    /** The copy that was made of this one. */
    reenvio: z.int().nullable(),
    creadoPor: z.string().nullable(),
    eventos: z.array(
      z.object({
        tipo: tipoEvento,
        url: z.string().nullable(),
        detalle: z.string().nullable(),
        /** By a program rather than a person, as far as one can tell. */
        maquina: z.boolean(),
        creadoEn: z.string(),
      }),
    ),
    /** Where it would go if it were sent again: the address that the person has now. */
    reenviarA: z.string().nullable(),
    /** Why one that did not arrive cannot be sent again, in words. */
    noReenviar: z.string().nullable(),
    puede: z.object({ reenviar: z.boolean(), cancelar: z.boolean() }),
  })
  .meta({ id: 'Email' });
export type Email = z.infer<typeof email>;

export const filtrosEmails = z.strictObject({
  /** An address or its beginning. */
  q: busqueda.optional(),
  estado: lista(estadoEmail).optional(),
  tipo: lista(tipoEmail).optional(),
  automatico: lista(claveAutomatico).optional(),
  evento: tipoEvento.optional(),
  campana: idTexto.optional(),
  cliente: idTexto.optional(),
  /** Local dates of the business, both included. */
  desde: fecha.optional(),
  hasta: fecha.optional(),
  ...pagina,
});
export type FiltrosEmails = z.output<typeof filtrosEmails>;

export const listEmails = endpoint({
  method: 'GET',
  path: '/api/emails',
  acceso: 'emails:leer',
  resumen: 'Registro de correos, los nuevos primero',
  query: filtrosEmails,
  response: listaDe(emailItem),
});

export const getEmail = endpoint({
  method: 'GET',
  path: '/api/emails/:id',
  acceso: 'emails:leer',
  resumen: 'Un correo con su estado, la respuesta del servidor y lo que pasó después',
  params: porId,
  response: email,
});

export const mensaje = z
  .object({
    asunto: z.string(),
    de: z.string(),
    para: z.string(),
    responderA: z.string().nullable(),
    cabeceras: z.array(z.object({ nombre: z.string(), valor: z.string() })),
    html: z.string(),
    texto: z.string(),
    /** Of the whole message as it travels. */
    bytes: z.int(),
    /** Whether links that act for the person were left out for this reader. */
    enlacesOcultos: z.boolean(),
  })
  .meta({ id: 'Mensaje' });
export type Mensaje = z.infer<typeof mensaje>;

export const getMensaje = endpoint({
  method: 'GET',
  path: '/api/emails/:id/mensaje',
  acceso: 'emails:leer',
  resumen: 'El mensaje tal como salió',
  params: porId,
  response: mensaje,
});

export const getMensajeEml = endpoint({
  method: 'GET',
  path: '/api/emails/:id/eml',
  acceso: 'emails:leer',
  resumen: 'El mensaje tal como salió, como archivo de correo',
  params: porId,
  formato: 'message/rfc822',
});

/** A new message like one that failed, was lost in the local outbox or is uncertain. */
export const resendEmail = endpoint({
  method: 'POST',
  path: '/api/emails/:id/reenvio',
  acceso: 'emails:enviar',
  resumen: 'Enviar de nuevo un correo que no llegó',
  params: porId,
  idempotente: true,
  status: 201,
  response: email,
});

export const cancelEmail = endpoint({
  method: 'POST',
  path: '/api/emails/:id/cancelacion',
  acceso: 'emails:enviar',
  resumen: 'Cancelar un correo que aún espera',
  params: porId,
  response: email,
});

export const bandeja = z
  .object({
    transporte: z.enum(['SMTP', 'LOCAL']),
    enCola: z.int(),
    fallidosHoy: z.int(),
    /** Why the last tries fail for all, when they do: the server cannot be reached, or refuses us. */
    problema: z.string().nullable(),
  })
  .meta({ id: 'Bandeja' });
export type Bandeja = z.infer<typeof bandeja>;

export const getBandeja = endpoint({
  method: 'GET',
  path: '/api/emails/bandeja',
  acceso: 'emails:leer',
  resumen: 'Cómo sale el correo y qué espera',
  response: bandeja,
});
