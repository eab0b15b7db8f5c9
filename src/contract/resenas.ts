import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { endpoint } from './endpoint.ts';
import {
  busqueda,
  id,
  idTexto,
  lista,
  listaDe,
  opcional,
  pagina,
  porId,
  slug,
  texto,
  textoLargo,
  version,
} from './fields.ts';

export const estadoResena = z.enum(['PENDIENTE', 'PUBLICADA', 'RECHAZADA']);
export type EstadoResena = z.infer<typeof estadoResena>;

export const estrellas = z
  .int('Elige de 1 a 5 estrellas.')
  .min(1, 'Elige de 1 a 5 estrellas.')
  .max(5, 'Elige de 1 a 5 estrellas.');

/** Plain text; markup in it is shown as it was typed, never run. */
export const comentario = opcional(textoLargo(2000));

/** What is reviewed. */
export const resenado = z
  .object({
    tipo: z.enum(['TALLER', 'CURSO']),
    id: z.int(),
    titulo: z.string(),
    slug: z.string(),
    /** When the workshop began; null for a course. */
    iniciaEn: z.string().nullable(),
    zona: z.string().nullable(),
  })
  .meta({ id: 'Resenado' });

export const resena = z
  .object({
    id: z.int(),
    cliente: clienteRef,
    de: resenado,
    estrellas: z.int(),
    comentario: z.string().nullable(),
    estado: estadoResena,
    rechazoMotivo: z.string().nullable(),
    moderadaEn: z.string().nullable(),
    moderadaPor: z.string().nullable(),
    respuesta: z.string().nullable(),
    respondidaEn: z.string().nullable(),
    respondidaPor: z.string().nullable(),
    version: z.int(),
    creadoEn: z.string(),
    puede: z.object({ publicar: z.boolean(), rechazar: z.boolean(), responder: z.boolean() }),
  })
  .meta({ id: 'Resena' });
export type Resena = z.infer<typeof resena>;

export const listResenas = endpoint({
  method: 'GET',
  path: '/api/resenas',
  acceso: 'resenas:leer',
  resumen: 'Lista de reseñas',
  query: z.strictObject({
    q: busqueda.optional(),
    estado: lista(estadoResena).optional(),
    estrellas: lista(z.enum(['1', '2', '3', '4', '5'])).optional(),
    taller: idTexto.optional(),
    curso: idTexto.optional(),
    cliente: idTexto.optional(),
    sinRespuesta: z.enum(['SI']).optional(),
    orden: z.enum(['-creadoEn', 'creadoEn']).optional(),
    ...pagina,
  }),
  response: listaDe(resena),
});

export const moderateResena = endpoint({
  method: 'POST',
  path: '/api/resenas/:id/moderacion',
  acceso: 'resenas:moderar',
  resumen: 'Publicar o rechazar una reseña; también se puede cambiar de parecer',
  params: porId,
  body: z.strictObject({
    estado: z.enum(['PUBLICADA', 'RECHAZADA']),
    /** Why it was rejected; for the team. */
    motivo: opcional(texto(300)),
    version,
  }),
  response: resena,
});

export const replyResena = endpoint({
  method: 'PUT',
  path: '/api/resenas/:id/respuesta',
  acceso: 'resenas:moderar',
  resumen: 'Responder una reseña; vacía quita la respuesta',
  params: porId,
  body: z.strictObject({ respuesta: opcional(textoLargo(2000)), version }),
  response: resena,
});

export const calificacion = z
  .object({
    de: resenado,
    cantidad: z.int(),
    /** Mean of the published stars. */
    promedio: z.number(),
    /** The mean, drawn to that of the school where reviews are few, by which the ranking goes. */
    puntaje: z.number(),
  })
  .meta({ id: 'Calificacion' });
export type Calificacion = z.infer<typeof calificacion>;

export const rankResenas = endpoint({
  method: 'GET',
  path: '/api/resenas/ranking',
  acceso: 'resenas:leer',
  resumen:
    'Talleres y cursos mejor calificados, por puntaje: el promedio, acercado al de la escuela cuando hay pocas reseñas',
  query: z.strictObject({ limite: pagina.limite }),
  response: z.object({ items: z.array(calificacion) }),
});

/** A published review as the public sees it. */
export const resenaPublica = z
  .object({
    /** First names and the initial of the surname. */
    autor: z.string(),
    estrellas: z.int(),
    comentario: z.string().nullable(),
    respuesta: z.string().nullable(),
    creadoEn: z.string(),
    /** The edition of the workshop it speaks of, when there were several. */
    edicion: z.object({ iniciaEn: z.string(), zona: z.string() }).nullable(),
  })
  .meta({ id: 'ResenaPublica' });
export type ResenaPublica = z.infer<typeof resenaPublica>;

export const resenasPublicas = z.object({
  /** Null while nobody's is published. */
  promedio: z.number().nullable(),
  cantidad: z.int(),
  /** How many gave 1, 2, 3, 4 and 5 stars. */
  distribucion: z.array(z.int()).length(5),
  items: z.array(resenaPublica),
  siguiente: z.string().nullable(),
});
export type ResenasPublicas = z.infer<typeof resenasPublicas>;

const porSlug = z.strictObject({ slug });

export const listResenasDeTaller = endpoint({
  method: 'GET',
  path: '/api/publico/talleres/:slug/resenas',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Reseñas publicadas de un taller y de sus otras ediciones',
  params: porSlug,
  query: z.strictObject(pagina),
  response: resenasPublicas,
});

export const listResenasDeCurso = endpoint({
  method: 'GET',
  path: '/api/publico/cursos/:slug/resenas',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Reseñas publicadas de un curso',
  params: porSlug,
  query: z.strictObject(pagina),
  response: resenasPublicas,
});

/** One's own review, or the lack of it. */
export const miResena = z
  .object({
    de: resenado,
    /** Whether it may be written, or changed, now. */
    puede: z.boolean(),
    resena: z
      .object({
        estrellas: z.int(),
        comentario: z.string().nullable(),
        estado: estadoResena,
        respuesta: z.string().nullable(),
        creadoEn: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'MiResena' });
export type MiResena = z.infer<typeof miResena>;

export const resenaCampos = z.strictObject({ estrellas, comentario });

const porToken = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) });

export const getSolicitudResena = endpoint({
  method: 'GET',
  path: '/api/publico/resenas/:token',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Qué pide reseñar un enlace',
  params: porToken,
  response: miResena.extend({
    nombres: z.string(),
    /** Why it may not be written now. */
    motivo: z.string().nullable(),
  }),
});

export const createResenaPorEnlace = endpoint({
  method: 'PUT',
  path: '/api/publico/resenas/:token',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Escribir o cambiar la reseña que pide un enlace; vuelve a moderación',
  params: porToken,
  body: resenaCampos,
  response: miResena,
});

export const listMisResenas = endpoint({
  method: 'GET',
  path: '/api/portal/resenas',
  acceso: 'ALUMNO',
  resumen: 'Lo que puedo reseñar y lo que reseñé',
  response: z.object({ items: z.array(miResena) }),
});

export const writeMiResena = endpoint({
  method: 'PUT',
  path: '/api/portal/resenas',
  acceso: 'ALUMNO',
  resumen: 'Escribir o cambiar mi reseña de un taller o curso',
  body: resenaCampos.extend({ tipo: z.enum(['TALLER', 'CURSO']), id }),
  response: miResena,
});
