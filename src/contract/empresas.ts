import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  busqueda,
  comuna,
  email,
  listaDe,
  opcional,
  pagina,
  porId,
  rut,
  telefono,
  texto,
  textoLargo,
  version,
} from './fields.ts';

export const empresaRef = z
  .object({ id: z.int(), razonSocial: z.string() })
  .meta({ id: 'EmpresaRef' });

export const empresaItem = z
  .object({
    id: z.int(),
    razonSocial: z.string(),
    nombreFantasia: z.string().nullable(),
    rut: z.string().nullable(),
    giro: z.string().nullable(),
    email: z.string().nullable(),
    telefono: z.string().nullable(),
    comuna: z.string().nullable(),
    contactos: z.int(),
    creadoEn: z.string(),
  })
  .meta({ id: 'EmpresaItem' });
export type EmpresaItem = z.infer<typeof empresaItem>;

export const empresa = empresaItem
  .extend({
    direccion: z.string().nullable(),
    notas: z.string().nullable(),
    version: z.int(),
    actualizadoEn: z.string(),
    /** Totals over the sales of its contacts, in pesos. */
    pagado: z.int(),
    saldo: z.int(),
    puede: z.object({ editar: z.boolean() }),
  })
  .meta({ id: 'Empresa' });
export type Empresa = z.infer<typeof empresa>;

export const empresaCampos = z.strictObject({
  razonSocial: texto(160),
  nombreFantasia: opcional(texto(160)),
  rut: opcional(rut),
  giro: opcional(texto(160)),
  email: opcional(email),
  telefono: opcional(telefono),
  direccion: opcional(texto(200)),
  comuna: opcional(comuna),
  notas: opcional(textoLargo(5000)),
});

export const listEmpresas = endpoint({
  method: 'GET',
  path: '/api/empresas',
  acceso: 'clientes:leer',
  resumen: 'Lista de empresas',
  query: z.strictObject({
    q: busqueda.optional(),
    orden: z.enum(['razonSocial', '-creadoEn', 'creadoEn']).optional(),
    ...pagina,
  }),
  response: listaDe(empresaItem),
});

export const getEmpresa = endpoint({
  method: 'GET',
  path: '/api/empresas/:id',
  acceso: 'clientes:leer',
  resumen: 'Una empresa',
  params: porId,
  response: empresa,
});

export const createEmpresa = endpoint({
  method: 'POST',
  path: '/api/empresas',
  acceso: 'empresas:escribir',
  resumen: 'Crear una empresa',
  body: empresaCampos,
  status: 201,
  response: empresa,
});

export const updateEmpresa = endpoint({
  method: 'PATCH',
  path: '/api/empresas/:id',
  acceso: 'empresas:escribir',
  resumen: 'Cambiar una empresa',
  params: porId,
  body: empresaCampos.partial().extend({ version }),
  response: empresa,
});
