import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { estadoPago } from './cobros.ts';
import { endpoint } from './endpoint.ts';
import {
  busqueda,
  cantidad,
  fecha,
  id,
  idTexto,
  lista,
  listaDe,
  opcional,
  pagina,
  pesos,
  porId,
  texto,
  textoLargo,
  uuid,
  version,
} from './fields.ts';
import { interesRef } from './intereses.ts';

export const estadoCurso = z.enum(['BORRADOR', 'PUBLICADO']);
export type EstadoCurso = z.infer<typeof estadoCurso>;
export const videoTipo = z.enum(['YOUTUBE', 'VIMEO', 'ENLACE', 'ARCHIVO']);
export type VideoTipo = z.infer<typeof videoTipo>;

export const MAX_VIDEO_BYTES = 512 * 1024 * 1024;
export const MAX_LECCIONES = 300;

/** What a player needs: the address to show in a frame (`incrustar`) or to play (`archivo`). */
export const video = z
  .object({ tipo: videoTipo, modo: z.enum(['INCRUSTAR', 'ARCHIVO']), url: z.string() })
  .meta({ id: 'VideoDeLeccion' });
export type Video = z.infer<typeof video>;

export const cursoItem = z
  .object({
    id: z.int(),
    titulo: z.string(),
    slug: z.string(),
    instructor: z.string().nullable(),
    interes: interesRef.nullable(),
    imagenUrl: z.string().nullable(),
    precio: z.int(),
    estado: estadoCurso,
    lecciones: z.int(),
    /** Over its lessons that say their length. */
    duracionSegundos: z.int(),
    /** People with access today. */
    alumnos: z.int(),
    creadoEn: z.string(),
  })
  .meta({ id: 'CursoItem' });
export type CursoItem = z.infer<typeof cursoItem>;

export const leccion = z
  .object({
    id: z.int(),
    cursoId: z.int(),
    orden: z.int(),
    titulo: z.string(),
    /** Safe HTML. */
    texto: z.string().nullable(),
    videoTipo: videoTipo.nullable(),
    /** The link as a person would paste it; null for an uploaded file. */
    videoEnlace: z.string().nullable(),
    videoId: z.string().nullable(),
    videoNombre: z.string().nullable(),
    video: video.nullable(),
    duracionSegundos: z.int().nullable(),
    gratuita: z.boolean(),
    /** How many students finished it. */
    terminadas: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Leccion' });
export type Leccion = z.infer<typeof leccion>;

export const curso = cursoItem
  .extend({
    resumen: z.string().nullable(),
    descripcion: z.string().nullable(),
    imagenId: z.string().nullable(),
    afectoIva: z.boolean(),
    diasAcceso: z.int().nullable(),
    publicadoEn: z.string().nullable(),
    version: z.int(),
    actualizadoEn: z.string(),
    contenido: z.array(leccion),
    ingresos: z.object({ vendido: z.int(), pagado: z.int(), porCobrar: z.int() }),
    puede: z.object({
      editar: z.boolean(),
      publicar: z.boolean(),
      despublicar: z.boolean(),
      borrar: z.boolean(),
      vender: z.boolean(),
      darAcceso: z.boolean(),
    }),
  })
  .meta({ id: 'Curso' });
export type Curso = z.infer<typeof curso>;

export const cursoCampos = z.strictObject({
  titulo: texto(140),
  resumen: opcional(texto(300)),
  descripcion: opcional(textoLargo(10_000)),
  instructor: opcional(texto(140)),
  interesId: id.nullable().optional(),
  imagenId: uuid.nullable().optional(),
  precio: pesos,
  afectoIva: z.boolean().optional(),
  /** Days of access from when it opens; null is for ever. */
  diasAcceso: cantidad(3650).nullable().optional(),
});

export const leccionCampos = z.strictObject({
  titulo: texto(140),
  /** HTML; what is not plain formatting is taken away. */
  texto: opcional(textoLargo(100_000)),
  /** A link to YouTube, Vimeo or a video file (https); empty when a file is uploaded or there is none. */
  videoEnlace: opcional(texto(500)),
  /** An uploaded video. */
  videoId: uuid.nullable().optional(),
  duracionSegundos: cantidad(86_400).nullable().optional(),
  gratuita: z.boolean().optional(),
});

export const listCursos = endpoint({
  method: 'GET',
  path: '/api/cursos',
  acceso: 'cursos:leer',
  resumen: 'Lista de cursos',
  query: z.strictObject({
    q: busqueda.optional(),
    estado: lista(estadoCurso).optional(),
    interes: lista(idTexto).optional(),
    orden: z.enum(['titulo', '-creadoEn', 'creadoEn']).optional(),
    ...pagina,
  }),
  response: listaDe(cursoItem),
});

export const getCurso = endpoint({
  method: 'GET',
  path: '/api/cursos/:id',
  acceso: 'cursos:leer',
  resumen: 'Un curso con sus lecciones',
  params: porId,
  response: curso,
});

export const createCurso = endpoint({
  method: 'POST',
  path: '/api/cursos',
  acceso: 'cursos:escribir',
  resumen: 'Crear un curso en borrador',
  body: cursoCampos,
  status: 201,
  response: curso,
});

export const updateCurso = endpoint({
  method: 'PATCH',
  path: '/api/cursos/:id',
  acceso: 'cursos:escribir',
  resumen: 'Cambiar un curso',
  params: porId,
  body: cursoCampos.partial().extend({ version }),
  response: curso,
});

export const publishCurso = endpoint({
  method: 'POST',
  path: '/api/cursos/:id/publicacion',
  acceso: 'cursos:escribir',
  resumen: 'Publicar un curso: desde ahora se vende',
  params: porId,
  body: z.strictObject({ version }),
  response: curso,
});

export const unpublishCurso = endpoint({
  method: 'DELETE',
  path: '/api/cursos/:id/publicacion',
  acceso: 'cursos:escribir',
  resumen: 'Volver un curso a borrador: deja de venderse, y sus alumnos lo conservan',
  params: porId,
  body: z.strictObject({ version }),
  response: curso,
});

export const deleteCurso = endpoint({
  method: 'DELETE',
  path: '/api/cursos/:id',
  acceso: 'cursos:escribir',
  resumen: 'Borrar un borrador que nadie ha comprado',
  params: porId,
});

export const createLeccion = endpoint({
  method: 'POST',
  path: '/api/cursos/:id/lecciones',
  acceso: 'cursos:escribir',
  resumen: 'Agregar una lección al final',
  params: porId,
  body: leccionCampos,
  status: 201,
  response: leccion,
});

export const updateLeccion = endpoint({
  method: 'PATCH',
  path: '/api/lecciones/:id',
  acceso: 'cursos:escribir',
  resumen: 'Cambiar una lección',
  params: porId,
  body: leccionCampos.partial().extend({ version }),
  response: leccion,
});

export const deleteLeccion = endpoint({
  method: 'DELETE',
  path: '/api/lecciones/:id',
  acceso: 'cursos:escribir',
  resumen: 'Borrar una lección y el avance en ella',
  params: porId,
});

export const orderLecciones = endpoint({
  method: 'PUT',
  path: '/api/cursos/:id/lecciones/orden',
  acceso: 'cursos:escribir',
  resumen: 'Ordenar las lecciones: todas, cada una una vez',
  params: porId,
  body: z.strictObject({ lecciones: z.array(id).max(MAX_LECCIONES) }),
  response: curso,
});

export const uploadVideo = endpoint({
  method: 'POST',
  path: '/api/videos',
  acceso: 'cursos:escribir',
  resumen: 'Subir un video (MP4 o WebM, hasta 512 MB); `nombre` es el del archivo',
  query: z.strictObject({ nombre: texto(200).optional() }),
  archivo: 'VIDEO',
  status: 201,
  response: z.object({ id: z.string(), nombre: z.string(), tipo: z.string(), bytes: z.int() }),
});

/** The three addresses of an uploaded video: for staff, for a free lesson, for a student. All take `Range`. */
export const getVideoDeLeccion = endpoint({
  method: 'GET',
  path: '/api/lecciones/:id/video',
  acceso: 'cursos:leer',
  resumen: 'El video subido de una lección',
  params: porId,
  formato: 'video/mp4',
});

export const accesoEstado = z.enum(['VIGENTE', 'POR_PAGAR', 'VENCIDO', 'ANULADO']);
export type AccesoEstado = z.infer<typeof accesoEstado>;

export const inscripcionCurso = z
  .object({
    id: z.int(),
    cobroId: z.int(),
    codigo: z.string(),
    cliente: clienteRef.extend({ email: z.string().nullable(), telefono: z.string().nullable() }),
    cursoId: z.int(),
    cursoTitulo: z.string(),
    total: z.int(),
    /** The Cobro's state, or ANULADO when this line is. */
    estado: estadoPago,
    /** What its whole Cobro still owes. */
    saldo: z.int(),
    acceso: accesoEstado,
    accesoDesde: z.string().nullable(),
    accesoHasta: z.string().nullable(),
    cortesiaMotivo: z.string().nullable(),
    terminadas: z.int(),
    lecciones: z.int(),
    ultimaVisitaEn: z.string().nullable(),
    anuladaEn: z.string().nullable(),
    creadoEn: z.string(),
    puede: z.object({ anular: z.boolean(), cambiarAcceso: z.boolean() }),
  })
  .meta({ id: 'InscripcionCurso' });
export type InscripcionCurso = z.infer<typeof inscripcionCurso>;

export const listInscripcionesCurso = endpoint({
  method: 'GET',
  path: '/api/inscripciones-curso',
  acceso: 'cursos:leer',
  resumen: 'Quiénes tienen o tuvieron acceso a un curso',
  query: z.strictObject({
    curso: idTexto.optional(),
    cliente: idTexto.optional(),
    q: busqueda.optional(),
    acceso: lista(accesoEstado).optional(),
    ...pagina,
  }),
  response: listaDe(inscripcionCurso),
});

export const grantAcceso = endpoint({
  method: 'POST',
  path: '/api/cursos/:id/accesos',
  acceso: 'ventas:escribir',
  resumen: 'Dar acceso gratis a un curso, con su motivo: una venta con todo el descuento',
  params: porId,
  body: z.strictObject({
    clienteId: id,
    motivo: texto(200),
    diasAcceso: cantidad(3650).nullable().optional(),
  }),
  idempotente: true,
  status: 201,
  response: inscripcionCurso,
});

export const updateAcceso = endpoint({
  method: 'PATCH',
  path: '/api/inscripciones-curso/:id',
  acceso: 'ventas:escribir',
  resumen: 'Cambiar hasta cuándo dura el acceso; null es para siempre',
  params: porId,
  body: z.strictObject({ accesoHasta: fecha.nullable(), motivo: texto(300) }),
  response: inscripcionCurso,
});
