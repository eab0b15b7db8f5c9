import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { listaDe, pagina, texto } from './fields.ts';

export const registro = z
  .object({
    id: z.int(),
    usuario: z.string().nullable(),
    accion: z.string(),
    entidad: z.string(),
    entidadId: z.string(),
    antes: z.record(z.string(), z.unknown()).nullable(),
    despues: z.record(z.string(), z.unknown()).nullable(),
    creadoEn: z.string(),
  })
  .meta({ id: 'RegistroAuditoria' });
export type Registro = z.infer<typeof registro>;

export const listAuditoria = endpoint({
  method: 'GET',
  path: '/api/auditoria',
  acceso: 'auditoria:leer',
  resumen: 'Registro de lo que hizo el equipo, lo último primero',
  query: z.strictObject({
    entidad: texto(40).optional(),
    entidadId: texto(60).optional(),
    ...pagina,
  }),
  response: listaDe(registro),
});
