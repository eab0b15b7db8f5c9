import { z } from 'zod';
import { tipoCampana } from './emails.ts';
import { endpoint } from './endpoint.ts';
import {
  busqueda,
  email,
  id,
  lista,
  listaDe,
  opcional,
  pagina,
  porId,
  texto,
  version,
} from './fields.ts';

/** What a person writes: subject, the line shown after it in the inbox, and rich text; Liquid in all three. */
export const contenido = {
  asunto: texto(200),
  preheader: opcional(texto(200)),
  /** HTML of the editor, sanitised where it enters. */
  cuerpo: z.string().max(100_000, 'El mensaje es demasiado largo.'),
};
export const contenidoCampos = z.strictObject(contenido);

/** A content as it is kept. */
export type Contenido = { asunto: string; preheader: string | null; cuerpo: string };

/** One fact about a content, found before sending. A content with an ERROR cannot be sent. */
export const revision = z
  .object({
    clave: z.string(),
    nivel: z.enum(['OK', 'AVISO', 'ERROR']),
    titulo: z.string(),
    detalle: z.string().nullable(),
  })
  .meta({ id: 'Revision' });
export type Revision = z.infer<typeof revision>;

export const variable = z
  .object({
    /** As written between braces: `cliente.nombres`. */
    nombre: z.string(),
    descripcion: z.string(),
    ejemplo: z.string(),
    grupo: z.string(),
  })
  .meta({ id: 'VariableEmail' });
export type Variable = z.infer<typeof variable>;

export const vistaPrevia = z
  .object({
    asunto: z.string(),
    preheader: z.string().nullable(),
    html: z.string(),
    texto: z.string(),
    bytes: z.int(),
    /** Whose data fills it; null for an invented person. */
    destinatario: z.object({ id: z.int(), nombre: z.string() }).nullable(),
    revisiones: z.array(revision),
  })
  .meta({ id: 'VistaPrevia' });
export type VistaPrevia = z.infer<typeof vistaPrevia>;

export const plantillaItem = z
  .object({
    id: z.int(),
    nombre: z.string(),
    tipo: tipoCampana,
    asunto: z.string(),
    archivadaEn: z.string().nullable(),
    /** How many campaigns began with it. */
    campanas: z.int(),
    actualizadoEn: z.string(),
  })
  .meta({ id: 'PlantillaItem' });
export type PlantillaItem = z.infer<typeof plantillaItem>;

export const plantilla = plantillaItem
  .extend({
    preheader: z.string().nullable(),
    cuerpo: z.string(),
    /** The number of the content in use. */
    numero: z.int(),
    version: z.int(),
    creadoEn: z.string(),
    puede: z.object({ editar: z.boolean() }),
  })
  .meta({ id: 'Plantilla' });
export type Plantilla = z.infer<typeof plantilla>;

export const plantillaVersion = z
  .object({
    numero: z.int(),
    asunto: z.string(),
    preheader: z.string().nullable(),
    cuerpo: z.string(),
    creadoPor: z.string().nullable(),
    creadoEn: z.string(),
  })
  .meta({ id: 'PlantillaVersion' });
export type PlantillaVersion = z.infer<typeof plantillaVersion>;

export const plantillaCampos = z.strictObject({
  nombre: texto(120),
  tipo: tipoCampana,
  ...contenido,
});

export const listPlantillas = endpoint({
  method: 'GET',
  path: '/api/plantillas',
  acceso: 'emails:leer',
  resumen: 'Plantillas de correo',
  query: z.strictObject({
    q: busqueda.optional(),
    tipo: lista(tipoCampana).optional(),
    archivadas: z.enum(['SI', 'NO']).optional(),
    ...pagina,
  }),
  response: listaDe(plantillaItem),
});

export const getPlantilla = endpoint({
  method: 'GET',
  path: '/api/plantillas/:id',
  acceso: 'emails:leer',
  resumen: 'Una plantilla con su contenido en uso',
  params: porId,
  response: plantilla,
});

export const createPlantilla = endpoint({
  method: 'POST',
  path: '/api/plantillas',
  acceso: 'emails:escribir',
  resumen: 'Crear una plantilla; se revisan su Liquid y sus variables',
  body: plantillaCampos,
  idempotente: true,
  status: 201,
  response: plantilla,
});

export const updatePlantilla = endpoint({
  method: 'PATCH',
  path: '/api/plantillas/:id',
  acceso: 'emails:escribir',
  resumen: 'Cambiar una plantilla; el contenido anterior se conserva',
  params: porId,
  body: plantillaCampos.partial().extend({ version }),
  response: plantilla,
});

export const archivePlantilla = endpoint({
  method: 'POST',
  path: '/api/plantillas/:id/archivo',
  acceso: 'emails:escribir',
  resumen: 'Archivar una plantilla o volver a usarla',
  params: porId,
  body: z.strictObject({ archivada: z.boolean(), version }),
  response: plantilla,
});

export const listPlantillaVersiones = endpoint({
  method: 'GET',
  path: '/api/plantillas/:id/versiones',
  acceso: 'emails:leer',
  resumen: 'Los contenidos que tuvo una plantilla, el nuevo primero',
  params: porId,
  response: z.object({ items: z.array(plantillaVersion) }),
});

export const previewContenido = endpoint({
  method: 'POST',
  path: '/api/plantillas/vista-previa',
  acceso: 'emails:leer',
  resumen: 'Cómo se vería un contenido con los datos de una persona',
  body: z.strictObject({
    tipo: tipoCampana,
    ...contenido,
    clienteId: id.nullable().optional(),
    tallerId: id.nullable().optional(),
    cursoId: id.nullable().optional(),
    productoId: id.nullable().optional(),
  }),
  response: vistaPrevia,
});

export const sendPrueba = endpoint({
  method: 'POST',
  path: '/api/plantillas/prueba',
  acceso: 'emails:escribir',
  resumen: 'Enviar una prueba de un contenido a una dirección del equipo',
  body: z.strictObject({ ...previewContenido.body.shape, para: email }),
  status: 202,
  response: z.object({ emailId: z.int(), transporte: z.enum(['SMTP', 'LOCAL']) }),
});

export const listVariables = endpoint({
  method: 'GET',
  path: '/api/plantillas/variables',
  acceso: 'emails:leer',
  resumen: 'Las variables que se pueden escribir en plantillas y campañas',
  response: z.object({ items: z.array(variable) }),
});
