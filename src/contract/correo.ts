import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cantidad, email, opcional, texto, version } from './fields.ts';
import { revision } from './plantillas.ts';

export const seguridad = z.enum(['STARTTLS', 'TLS', 'NINGUNA']);
export type Seguridad = z.infer<typeof seguridad>;

/** How mail goes out and comes back. Passwords and keys go in and are never told. */
export const ajustesCorreo = z
  .object({
    /** What is in force now: SMTP by the environment or by these settings, or the local outbox. */
    transporte: z.object({
      tipo: z.enum(['SMTP', 'LOCAL']),
      origen: z.enum(['ENTORNO', 'AJUSTES']).nullable(),
      /** `mail.escuela.cl:587`. */
      servidor: z.string().nullable(),
      remitente: z.string().nullable(),
      /** ESCUELA: for want of another, the address of the school's data. */
      remitenteOrigen: z.enum(['ENTORNO', 'AJUSTES', 'ESCUELA']).nullable(),
    }),
    /** The address that every promotional message carries; it is set with the school's data. */
    direccionPostal: z.string().nullable(),
    remitenteNombre: z.string().nullable(),
    remitenteEmail: z.string().nullable(),
    responderA: z.string().nullable(),
    smtpHost: z.string().nullable(),
    smtpPuerto: z.int().nullable(),
    smtpSeguridad: seguridad,
    smtpUsuario: z.string().nullable(),
    tieneSmtpClave: z.boolean(),
    conexiones: z.int(),
    limiteSegundo: z.int().nullable(),
    limiteHora: z.int().nullable(),
    dkimDominio: z.string().nullable(),
    dkimSelector: z.string().nullable(),
    /** What to publish in the DNS of the domain, once there is a key; `partes` for panels that take 255 characters each. */
    dkimRegistro: z
      .object({ nombre: z.string(), valor: z.string(), partes: z.array(z.string()) })
      .nullable(),
    rebotesEmail: z.string().nullable(),
    buzonHost: z.string().nullable(),
    buzonPuerto: z.int().nullable(),
    buzonSeguridad: seguridad,
    buzonUsuario: z.string().nullable(),
    tieneBuzonClave: z.boolean(),
    buzonRevisadoEn: z.string().nullable(),
    buzonError: z.string().nullable(),
    tieneWebhook: z.boolean(),
    dobleConfirmacion: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'AjustesCorreo' });
export type AjustesCorreo = z.infer<typeof ajustesCorreo>;

const host = texto(253).refine(
  (valor) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(valor),
  'Escribe el nombre del servidor, como mail.escuela.cl.',
);
const dominio = texto(253)
  .toLowerCase()
  .refine(
    (valor) => /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(valor),
    'Escribe un dominio, como escuela.cl.',
  );
const selector = texto(63).refine(
  (valor) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(valor),
  'Usa letras, números y guiones.',
);
const puerto = cantidad(65_535).nullable().optional();
/** Absent keeps the one there is; null removes it. */
const clave = z.string().min(1, 'Escribe la clave.').max(500).nullable().optional();

export const ajustesCorreoCampos = z.strictObject({
  remitenteNombre: opcional(texto(120)),
  remitenteEmail: opcional(email),
  responderA: opcional(email),
  smtpHost: opcional(host),
  smtpPuerto: puerto,
  smtpSeguridad: seguridad,
  smtpUsuario: opcional(texto(254)),
  smtpClave: clave,
  conexiones: cantidad(20),
  limiteSegundo: cantidad(1_000).nullable().optional(),
  limiteHora: cantidad(1_000_000).nullable().optional(),
  rebotesEmail: opcional(email),
  buzonHost: opcional(host),
  buzonPuerto: puerto,
  buzonSeguridad: seguridad,
  buzonUsuario: opcional(texto(254)),
  buzonClave: clave,
  dobleConfirmacion: z.boolean(),
});

export const getAjustesCorreo = endpoint({
  method: 'GET',
  path: '/api/ajustes/correo',
  acceso: 'ajustes:escribir',
  resumen: 'Ajustes del correo',
  response: ajustesCorreo,
});

export const updateAjustesCorreo = endpoint({
  method: 'PATCH',
  path: '/api/ajustes/correo',
  acceso: 'ajustes:escribir',
  resumen: 'Cambiar los ajustes del correo',
  body: ajustesCorreoCampos.partial().extend({ version }),
  response: ajustesCorreo,
});

const resultado = z.object({ bien: z.boolean(), detalle: z.string() });

/** Connects and signs in with what is saved; with an address, also sends a message there. */
export const probarSmtp = endpoint({
  method: 'POST',
  path: '/api/ajustes/correo/prueba',
  acceso: 'ajustes:escribir',
  resumen: 'Probar el servidor de envío',
  body: z.strictObject({ para: email.optional() }),
  response: resultado,
});

export const crearDkim = endpoint({
  method: 'POST',
  path: '/api/ajustes/correo/dkim',
  acceso: 'ajustes:escribir',
  resumen: 'Crear una llave DKIM nueva; la anterior deja de usarse',
  body: z.strictObject({ dominio, selector, version }),
  response: ajustesCorreo,
});

export const quitarDkim = endpoint({
  method: 'DELETE',
  path: '/api/ajustes/correo/dkim',
  acceso: 'ajustes:escribir',
  resumen: 'Dejar de firmar con DKIM',
});

export const crearWebhook = endpoint({
  method: 'POST',
  path: '/api/ajustes/correo/webhook',
  acceso: 'ajustes:escribir',
  resumen: 'Crear la clave con que otro servicio avisa de rebotes; se muestra una vez',
  response: z.object({ url: z.string(), clave: z.string() }),
});

export const quitarWebhook = endpoint({
  method: 'DELETE',
  path: '/api/ajustes/correo/webhook',
  acceso: 'ajustes:escribir',
  resumen: 'Dejar de aceptar rebotes avisados por otro servicio',
});

export const revisarBuzon = endpoint({
  method: 'POST',
  path: '/api/ajustes/correo/buzon',
  acceso: 'ajustes:escribir',
  resumen: 'Revisar ahora el buzón de rebotes',
  response: resultado.extend({ leidos: z.int(), rebotes: z.int() }),
});

export const getDiagnostico = endpoint({
  method: 'GET',
  path: '/api/ajustes/correo/diagnostico',
  acceso: 'emails:leer',
  resumen: 'SPF, DKIM y DMARC del dominio del remitente, y qué falta para enviar',
  response: z.object({ dominio: z.string().nullable(), items: z.array(revision) }),
});
