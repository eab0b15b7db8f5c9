import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { comuna, fecha, id, opcional, telefono, texto } from './fields.ts';
import { interesRef } from './intereses.ts';

export const misDatos = z
  .object({
    nombres: z.string(),
    apellidos: z.string(),
    /** Proven by its link; the school changes it. */
    email: z.string(),
    telefono: z.string().nullable(),
    rut: z.string().nullable(),
    comuna: z.string().nullable(),
    fechaNacimiento: z.string().nullable(),
    intereses: z.array(interesRef),
    todosLosIntereses: z.array(interesRef),
    /** Whether news and offers may be sent. */
    aceptaNovedades: z.boolean(),
    textoConsentimiento: z.string(),
    tieneClave: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'MisDatos' });
export type MisDatos = z.infer<typeof misDatos>;

export const getMisDatos = endpoint({
  method: 'GET',
  path: '/api/portal/datos',
  acceso: 'ALUMNO',
  resumen: 'Mis datos y preferencias',
  response: misDatos,
});

export const updateMisDatos = endpoint({
  method: 'PATCH',
  path: '/api/portal/datos',
  acceso: 'ALUMNO',
  resumen: 'Cambiar mis datos, mis intereses o si acepto novedades',
  body: z.strictObject({
    nombres: texto(80).optional(),
    apellidos: z.union([texto(80), z.literal('')]).optional(),
    telefono: opcional(telefono),
    comuna: opcional(comuna),
    fechaNacimiento: fecha.nullable().optional(),
    intereses: z.array(id).max(50).optional(),
    aceptaNovedades: z.boolean().optional(),
    version: z.int().min(1),
  }),
  response: misDatos,
});
