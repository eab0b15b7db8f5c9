import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { color, opcional, porId, texto, textoLargo, version } from './fields.ts';

export const interesRef = z
  .object({ id: z.int(), nombre: z.string(), color: z.string() })
  .meta({ id: 'InteresRef' });
export type InteresRef = z.infer<typeof interesRef>;

export const interes = interesRef
  .extend({
    descripcion: z.string().nullable(),
    version: z.int(),
    clientes: z.int(),
    talleres: z.int(),
    cursos: z.int(),
    productos: z.int(),
    creadoEn: z.string(),
  })
  .meta({ id: 'Interes' });
export type Interes = z.infer<typeof interes>;

export const interesCampos = z.strictObject({
  nombre: texto(60),
  color,
  descripcion: opcional(textoLargo(500)),
});

export const listIntereses = endpoint({
  method: 'GET',
  path: '/api/intereses',
  acceso: 'SESION',
  resumen: 'Todos los intereses, por nombre',
  response: z.object({ items: z.array(interes) }),
});

export const createInteres = endpoint({
  method: 'POST',
  path: '/api/intereses',
  acceso: 'intereses:escribir',
  resumen: 'Crear un interés',
  body: interesCampos,
  status: 201,
  response: interes,
});

export const updateInteres = endpoint({
  method: 'PATCH',
  path: '/api/intereses/:id',
  acceso: 'intereses:escribir',
  resumen: 'Cambiar un interés',
  params: porId,
  body: interesCampos.partial().extend({ version }),
  response: interes,
});

export const deleteInteres = endpoint({
  method: 'DELETE',
  path: '/api/intereses/:id',
  acceso: 'intereses:escribir',
  resumen: 'Borrar un interés que no está en uso',
  params: porId,
});
