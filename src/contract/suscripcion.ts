import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { email, id, texto, uuid } from './fields.ts';
import { interesRef } from './intereses.ts';

/** Signed for one message and one purpose; it never expires. */
const token = z.string().regex(/^[\w-]{10,200}$/, 'El enlace no es válido.');
const porToken = z.strictObject({ token });
const hecho = z.object({ mensaje: z.string() });

/** What the page shows before the person decides. Reading it changes nothing. */
export const getBaja = endpoint({
  method: 'GET',
  path: '/api/publico/correo/baja/:token',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'De quién es un enlace de baja',
  params: porToken,
  response: z.object({ email: z.string(), suscrito: z.boolean() }),
});

/**
 * By the button of the page, or by the mail program with one click (RFC 8058): any body, no cookie, no redirect.
 * Without limit, as the programs of many people write from few addresses, and only a signed token does anything.
 */
export const confirmBaja = endpoint({
  method: 'POST',
  path: '/api/publico/correo/baja/:token',
  acceso: 'PUBLICO',
  resumen: 'Dejar de recibir novedades, de inmediato',
  params: porToken,
  response: hecho,
});

export const preferencias = z
  .object({
    email: z.string(),
    nombres: z.string().nullable(),
    suscrito: z.boolean(),
    /** False when only the school may let mail go to that address again. */
    puedeSuscribirse: z.boolean(),
    /** What one agrees to by subscribing. */
    texto: z.string(),
    intereses: z.array(interesRef.extend({ elegido: z.boolean() })),
  })
  .meta({ id: 'PreferenciasCorreo' });
export type Preferencias = z.infer<typeof preferencias>;

export const getPreferencias = endpoint({
  method: 'GET',
  path: '/api/publico/correo/preferencias/:token',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'De qué quiere recibir novedades una persona',
  params: porToken,
  response: preferencias,
});

export const setPreferencias = endpoint({
  method: 'PUT',
  path: '/api/publico/correo/preferencias/:token',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Elegir de qué recibir novedades, o ninguna',
  params: porToken,
  body: z.strictObject({ suscrito: z.boolean(), intereses: z.array(id).max(50) }),
  response: preferencias,
});

export const getConfirmacion = endpoint({
  method: 'GET',
  path: '/api/publico/correo/confirmacion/:token',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Qué confirma un enlace de suscripción',
  params: porToken,
  response: z.object({
    email: z.string(),
    texto: z.string(),
    confirmada: z.boolean(),
    /** Too old to be confirmed: one subscribes again. */
    vencida: z.boolean(),
  }),
});

export const confirmSuscripcion = endpoint({
  method: 'POST',
  path: '/api/publico/correo/confirmacion/:token',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Confirmar que se quiere recibir novedades',
  params: porToken,
  response: hecho,
});

export const getMensajePublico = endpoint({
  method: 'GET',
  path: '/api/publico/correo/mensaje/:token',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Un mensaje visto en el navegador',
  params: porToken,
  response: z.object({ asunto: z.string(), html: z.string() }),
});

/** Leads to one of the links of the message, and to nowhere else. */
export const followEnlace = endpoint({
  method: 'GET',
  path: '/api/publico/correo/clic/:token/:n',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Seguir un enlace de un mensaje que mide sus clics',
  params: porToken.extend({
    n: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  }),
  formato: 'text/html',
});

export const openMensaje = endpoint({
  method: 'GET',
  path: '/api/publico/correo/apertura/:token',
  acceso: 'PUBLICO',
  resumen: 'El píxel de un mensaje que mide sus aperturas',
  params: porToken,
  formato: 'image/gif',
});

/** Programs of mail do not all show WebP, in which images are kept here. */
export const getImagenCorreo = endpoint({
  method: 'GET',
  path: '/api/publico/correo/imagenes/:id',
  acceso: 'PUBLICO',
  resumen: 'Una imagen en un formato que todo correo muestra',
  params: z.strictObject({ id: uuid }),
  formato: 'image/png',
});

export const receiveRebotes = endpoint({
  method: 'POST',
  path: '/api/publico/rebotes',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Recibir rebotes y reclamos de otro servicio, con la clave compartida como Bearer',
  body: z.strictObject({
    eventos: z
      .array(
        z.strictObject({
          tipo: z.enum(['DURO', 'BLANDO', 'RECLAMO']),
          email,
          /** The Message-ID of the message, where it is known. */
          mensajeId: texto(300).optional(),
          codigo: texto(20).optional(),
          detalle: texto(500).optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  response: z.object({ recibidos: z.int(), nuevos: z.int() }),
});
