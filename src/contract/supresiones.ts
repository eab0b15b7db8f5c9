import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { busqueda, email, lista, listaDe, opcional, pagina, porId, texto } from './fields.ts';

/** BAJA stops what is promotional; the others stop all mail to that address. */
export const motivoSupresion = z.enum(['BAJA', 'REBOTE', 'RECLAMO', 'MANUAL']);
export type MotivoSupresion = z.infer<typeof motivoSupresion>;

export const supresion = z
  .object({
    id: z.int(),
    email: z.string(),
    motivo: motivoSupresion,
    detalle: z.string().nullable(),
    cliente: z.object({ id: z.int(), nombres: z.string(), apellidos: z.string() }).nullable(),
    /** The message that caused it. */
    emailId: z.int().nullable(),
    creadoPor: z.string().nullable(),
    creadoEn: z.string(),
  })
  .meta({ id: 'Supresion' });
export type Supresion = z.infer<typeof supresion>;

export const listSupresiones = endpoint({
  method: 'GET',
  path: '/api/supresiones',
  acceso: 'emails:leer',
  resumen: 'Direcciones a las que no se escribe',
  query: z.strictObject({
    q: busqueda.optional(),
    motivo: lista(motivoSupresion).optional(),
    ...pagina,
  }),
  response: listaDe(supresion),
});

export const createSupresion = endpoint({
  method: 'POST',
  path: '/api/supresiones',
  acceso: 'supresiones:escribir',
  resumen: 'No escribir más a una dirección',
  body: z.strictObject({ email, detalle: opcional(texto(300)) }),
  status: 201,
  response: supresion,
});

export const deleteSupresion = endpoint({
  method: 'POST',
  path: '/api/supresiones/levantamiento',
  acceso: 'supresiones:escribir',
  resumen:
    'Volver a permitir el correo a una dirección, con un motivo; el consentimiento no vuelve',
  body: z.strictObject({ email, motivo: texto(300) }),
});

/** As many calls as the file needs; of an address already there nothing changes but a BAJA where all mail is to stop. */
export const importSupresiones = endpoint({
  method: 'POST',
  path: '/api/supresiones/importacion',
  acceso: 'supresiones:escribir',
  resumen: 'Agregar muchas direcciones, por ejemplo las bajas de otro servicio',
  body: z.strictObject({
    emails: z.array(z.string().max(300)).min(1, 'No hay direcciones.').max(2_000),
    motivo: motivoSupresion,
    detalle: opcional(texto(300)),
  }),
  response: z.object({
    agregadas: z.int(),
    yaEstaban: z.int(),
    invalidas: z.array(z.string()),
  }),
});

export const exportSupresiones = endpoint({
  method: 'GET',
  path: '/api/supresiones/csv',
  acceso: 'emails:leer',
  resumen: 'Las direcciones a las que no se escribe, en CSV',
  formato: 'text/csv',
});

export const consentimientoItem = z
  .object({
    id: z.int(),
    email: z.string(),
    accion: z.enum(['OTORGADO', 'RETIRADO']),
    texto: z.string(),
    textoVersion: z.int(),
    canal: z.string(),
    evidencia: z.record(z.string(), z.unknown()),
    creadoEn: z.string(),
  })
  .meta({ id: 'Consentimiento' });
export type ConsentimientoItem = z.infer<typeof consentimientoItem>;

/** What stands between a person and promotional mail. */
export const permisoCorreo = z
  .object({
    suscrito: z.boolean(),
    supresion: supresion.omit({ cliente: true }).nullable(),
    bloqueadoEn: z.string().nullable(),
    bloqueoMotivo: z.string().nullable(),
    /** Consents given and withdrawn, the newest first. */
    consentimientos: z.array(consentimientoItem),
    puede: z.object({ consentir: z.boolean(), bloquear: z.boolean(), levantar: z.boolean() }),
  })
  .meta({ id: 'PermisoCorreo' });
export type PermisoCorreo = z.infer<typeof permisoCorreo>;

export const getPermisoCorreo = endpoint({
  method: 'GET',
  path: '/api/clientes/:id/permiso-correo',
  acceso: 'clientes:leer',
  resumen: 'El consentimiento de una persona, con su historia y su prueba',
  params: porId,
  response: permisoCorreo,
});

export const setConsentimiento = endpoint({
  method: 'POST',
  path: '/api/clientes/:id/consentimiento',
  acceso: 'clientes:escribir',
  resumen: 'Registrar un consentimiento dado o retirado ante el equipo',
  params: porId,
  body: z.strictObject({
    acepta: z.boolean(),
    /** How the person said so: the proof. */
    evidencia: texto(300),
  }),
  response: permisoCorreo,
});

export const setBloqueo = endpoint({
  method: 'POST',
  path: '/api/clientes/:id/bloqueo',
  acceso: 'clientes:escribir',
  resumen: 'Bloquear el uso de los datos de una persona para escribirle, o quitar el bloqueo',
  params: porId,
  body: z.strictObject({ bloqueado: z.boolean(), motivo: texto(300) }),
  response: permisoCorreo,
});
