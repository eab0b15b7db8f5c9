import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { busqueda } from './fields.ts';

export const resultado = z
  .object({
    tipo: z.enum(['CLIENTE', 'EMPRESA', 'TALLER', 'CURSO', 'PRODUCTO', 'COBRO']),
    id: z.int(),
    titulo: z.string(),
    detalle: z.string().nullable(),
  })
  .meta({ id: 'ResultadoBusqueda' });
export type Resultado = z.infer<typeof resultado>;

/** The search palette: a few of each kind, only kinds that the role may see. */
export const search = endpoint({
  method: 'GET',
  path: '/api/busqueda',
  acceso: 'SESION',
  resumen: 'Buscar clientes, empresas, talleres, cursos, productos y cobros',
  query: z.strictObject({ q: busqueda }),
  response: z.object({ items: z.array(resultado) }),
});
