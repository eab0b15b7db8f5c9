import { z } from 'zod';
import { claveAutomatico } from './emails.ts';
import { endpoint } from './endpoint.ts';
import { email, id, version } from './fields.ts';
import { contenido, variable, vistaPrevia } from './plantillas.ts';

export const automatico = z
  .object({
    clave: claveAutomatico,
    nombre: z.string(),
    /** When it goes out and to whom, in words. */
    cuando: z.string(),
    /** What happens to people when it is switched off, where that is not plain. */
    advertencia: z.string().nullable(),
    activo: z.boolean(),
    /** Whether its text is the school's own. */
    editado: z.boolean(),
    asunto: z.string(),
    preheader: z.string().nullable(),
    cuerpo: z.string(),
    variables: z.array(variable),
    version: z.int(),
  })
  .meta({ id: 'CorreoAutomatico' });
export type Automatico = z.infer<typeof automatico>;

const porClave = z.strictObject({ clave: claveAutomatico });

export const listAutomaticos = endpoint({
  method: 'GET',
  path: '/api/automaticos',
  acceso: 'emails:leer',
  resumen: 'Los correos que salen solos',
  response: z.object({ items: z.array(automatico) }),
});

export const updateAutomatico = endpoint({
  method: 'PATCH',
  path: '/api/automaticos/:clave',
  acceso: 'emails:escribir',
  resumen: 'Encender, apagar o cambiar un correo automático',
  params: porClave,
  body: z.strictObject({
    activo: z.boolean().optional(),
    /** The three together, or none. */
    contenido: z.strictObject(contenido).optional(),
    version,
  }),
  response: automatico,
});

export const restoreAutomatico = endpoint({
  method: 'POST',
  path: '/api/automaticos/:clave/original',
  acceso: 'emails:escribir',
  resumen: 'Volver al texto original',
  params: porClave,
  body: z.strictObject({ version }),
  response: automatico,
});

const conDatos = { ...contenido, clienteId: id.nullable().optional() };

export const previewAutomatico = endpoint({
  method: 'POST',
  path: '/api/automaticos/:clave/vista-previa',
  acceso: 'emails:leer',
  resumen: 'Cómo se vería con los datos de una persona, o de ejemplo',
  params: porClave,
  body: z.strictObject(conDatos),
  response: vistaPrevia,
});

export const sendPruebaAutomatico = endpoint({
  method: 'POST',
  path: '/api/automaticos/:clave/prueba',
  acceso: 'emails:escribir',
  resumen: 'Enviar una prueba con datos de ejemplo',
  params: porClave,
  body: z.strictObject({ ...conDatos, para: email }),
  status: 202,
  response: z.object({ emailId: z.int(), transporte: z.enum(['SMTP', 'LOCAL']) }),
});
