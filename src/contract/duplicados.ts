import { z } from 'zod';
import { clienteItem, clienteRef, origen, tipoCliente } from './clientes.ts';
import { endpoint } from './endpoint.ts';
import {
  comuna,
  fecha,
  id,
  lista,
  listaDe,
  opcional,
  pagina,
  porId,
  textoLargo,
  version,
} from './fields.ts';

/** For how many days a merge can be undone. */
export const DIAS_DESHACER_FUSION = 30;

/** Why two may be the same person. */
export const motivoDuplicado = z.enum([
  'TELEFONO',
  'RUT',
  'EMAIL_PARECIDO',
  'NOMBRE_Y_COMUNA',
  'NOMBRE_PARECIDO',
]);
export type MotivoDuplicado = z.infer<typeof motivoDuplicado>;

const ficha = clienteItem.extend({
  fechaNacimiento: z.string().nullable(),
  notas: z.string().nullable(),
  /** How much hangs from it, and net paid in pesos. */
  ventas: z.int(),
  pagado: z.int(),
  interacciones: z.int(),
  correos: z.int(),
  suscrito: z.boolean(),
  cuentaPortal: z.boolean(),
  version: z.int(),
});
export type FichaDuplicado = z.infer<typeof ficha>;

export const duplicado = z
  .object({
    a: ficha,
    b: ficha,
    motivos: z.array(motivoDuplicado),
    /** 1 to 100. */
    confianza: z.int(),
  })
  .meta({ id: 'Duplicado' });
export type Duplicado = z.infer<typeof duplicado>;

export const listDuplicados = endpoint({
  method: 'GET',
  path: '/api/duplicados',
  acceso: 'clientes:fusionar',
  resumen: 'Pares de clientes que parecen la misma persona, los más seguros primero',
  query: z.strictObject({
    motivo: lista(motivoDuplicado).optional(),
    cliente: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .optional(),
    ...pagina,
  }),
  response: listaDe(duplicado),
});

/** Looked for every night, and for each person when they are written. */
export const searchDuplicados = endpoint({
  method: 'POST',
  path: '/api/duplicados/busqueda',
  acceso: 'clientes:fusionar',
  resumen: 'Buscar duplicados ahora en toda la base, de fondo',
  status: 202,
  response: z.object({ enCurso: z.boolean() }),
});

export const dismissDuplicado = endpoint({
  method: 'POST',
  path: '/api/duplicados/descarte',
  acceso: 'clientes:fusionar',
  resumen: 'Decir que dos clientes son personas distintas',
  body: z.strictObject({ a: id, b: id }),
});

const parecido = clienteRef.extend({
  email: z.string().nullable(),
  telefono: z.string().nullable(),
  comuna: z.string().nullable(),
  motivos: z.array(z.enum(['EMAIL', ...motivoDuplicado.options])),
  confianza: z.int(),
});
export type Parecidos = z.infer<typeof parecido>[];

/** While a new cliente is typed: who may be the same, with what they have in common. */
export const findParecidos = endpoint({
  method: 'POST',
  path: '/api/clientes/parecidos',
  acceso: 'clientes:leer',
  resumen: 'Clientes que se parecen a los datos que se escriben',
  body: z.strictObject({
    nombres: z.string().max(80).optional(),
    apellidos: z.string().max(80).optional(),
    email: z.string().max(254).optional(),
    telefono: z.string().max(40).optional(),
    rut: z.string().max(40).optional(),
    comuna: z.string().max(10).nullable().optional(),
    /** The one being edited, which is not its own duplicate. */
    excepto: id.optional(),
  }),
  response: z.object({ items: z.array(parecido) }),
});

/** What keeps two from being merged: each with where to mend it. */
export const impedimento = z.object({
  mensaje: z.string(),
  cobros: z.array(z.object({ id: z.int(), codigo: z.string() })),
});

export const comparacion = z
  .object({
    a: ficha,
    b: ficha,
    impedimentos: z.array(impedimento),
    /** Fields in which they differ. */
    diferencias: z.array(z.string()),
  })
  .meta({ id: 'ComparacionDuplicado' });
export type Comparacion = z.infer<typeof comparacion>;

export const compararClientes = endpoint({
  method: 'GET',
  path: '/api/duplicados/comparacion',
  acceso: 'clientes:fusionar',
  resumen: 'Dos clientes lado a lado, y lo que impide unirlos',
  query: z.strictObject({
    a: z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform(Number),
    b: z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform(Number),
  }),
  response: comparacion,
});

/** The record that stays takes these values; those absent stay as the principal has them. Intereses are joined. */
export const fusionCampos = z.strictObject({
  principalId: id,
  principalVersion: version,
  absorbidoId: id,
  absorbidoVersion: version,
  campos: z
    .strictObject({
      tipo: tipoCliente.optional(),
      empresaId: id.nullable().optional(),
      nombres: z.string().trim().min(1).max(80).optional(),
      apellidos: z.string().trim().max(80).optional(),
      email: z.string().nullable().optional(),
      telefono: z.string().nullable().optional(),
      rut: z.string().nullable().optional(),
      fechaNacimiento: fecha.nullable().optional(),
      comuna: comuna.nullable().optional(),
      origen: origen.optional(),
      notas: opcional(textoLargo(5000)),
    })
    .optional(),
});

export const fusion = z
  .object({
    id: z.int(),
    principal: clienteRef,
    absorbidoId: z.int(),
    nombre: z.string(),
    creadoPor: z.string().nullable(),
    creadoEn: z.string(),
    deshechaEn: z.string().nullable(),
    deshechaPor: z.string().nullable(),
    /** Until when it can be undone. */
    deshacerHasta: z.string(),
    puede: z.object({ deshacer: z.boolean() }),
  })
  .meta({ id: 'Fusion' });
export type Fusion = z.infer<typeof fusion>;

export const createFusion = endpoint({
  method: 'POST',
  path: '/api/fusiones',
  acceso: 'clientes:fusionar',
  resumen: 'Unir dos clientes en uno, con toda su historia',
  body: fusionCampos,
  idempotente: true,
  status: 201,
  response: fusion,
});

export const listFusiones = endpoint({
  method: 'GET',
  path: '/api/fusiones',
  acceso: 'clientes:leer',
  resumen: 'Uniones hechas, las últimas primero',
  query: z.strictObject({
    cliente: z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform(Number)
      .optional(),
    ...pagina,
  }),
  response: listaDe(fusion),
});

export const undoFusion = endpoint({
  method: 'POST',
  path: '/api/fusiones/:id/deshacer',
  acceso: 'clientes:fusionar',
  resumen: 'Separar otra vez dos clientes que se unieron',
  params: porId,
  response: fusion,
});
