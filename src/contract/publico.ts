import { z } from 'zod';
import { entregaLinea, estadoPago, tipoLinea } from './cobros.ts';
import { video } from './cursos.ts';
import { endpoint } from './endpoint.ts';
import {
  busqueda,
  cantidad,
  email,
  id,
  idTexto,
  opcional,
  pagina,
  slug,
  telefono,
  texto,
} from './fields.ts';
import { interesRef } from './intereses.ts';
import { modalidad } from './talleres.ts';
import { MAX_CUPOS_WEB, MAX_KITS_WEB } from './ventas.ts';

/** What a visitor may know of the business. */
export const negocioPublico = z
  .object({
    nombre: z.string(),
    logoUrl: z.string().nullable(),
    colorAcento: z.string(),
    email: z.string().nullable(),
    telefono: z.string().nullable(),
    whatsapp: z.string().nullable(),
    direccion: z.string().nullable(),
    textoConsentimiento: z.string(),
    intereses: z.array(interesRef),
    /** Whether there are published courses to show. */
    hayCursos: z.boolean(),
  })
  .meta({ id: 'NegocioPublico' });
export type NegocioPublico = z.infer<typeof negocioPublico>;

/** ABIERTO takes enrolments; the others say why not. */
export const disponibilidad = z.enum(['ABIERTO', 'COMPLETO', 'TERMINADO', 'ANULADO']);

export const tallerPublicoItem = z
  .object({
    slug: z.string(),
    titulo: z.string(),
    resumen: z.string().nullable(),
    modalidad,
    lugar: z.string().nullable(),
    comuna: z.string().nullable(),
    instructor: z.string().nullable(),
    interes: interesRef.nullable(),
    imagenUrl: z.string().nullable(),
    iniciaEn: z.string(),
    terminaEn: z.string(),
    zona: z.string(),
    precio: z.int(),
    cuposLibres: z.int(),
    disponibilidad,
  })
  .meta({ id: 'TallerPublicoItem' });
export type TallerPublicoItem = z.infer<typeof tallerPublicoItem>;

/** A kit offered beside a workshop or course. */
export const kitPublico = z
  .object({
    slug: z.string(),
    nombre: z.string(),
    descripcion: z.string().nullable(),
    imagenUrl: z.string().nullable(),
    precio: z.int(),
    /** The most that may be bought now; 0 when there are none left. */
    maximo: z.int(),
  })
  .meta({ id: 'KitPublico' });
export type KitPublico = z.infer<typeof kitPublico>;

export const tallerPublico = tallerPublicoItem
  .extend({
    descripcion: z.string().nullable(),
    direccion: z.string().nullable(),
    /** The most seats one web enrolment may take now. */
    maximoPorInscripcion: z.int(),
    horasReserva: z.int(),
    /** Kits that may be bought with it. */
    kits: z.array(kitPublico),
  })
  .meta({ id: 'TallerPublico' });
export type TallerPublico = z.infer<typeof tallerPublico>;

export const datosTransferencia = z
  .object({
    banco: z.string(),
    tipoCuenta: z.string(),
    numeroCuenta: z.string(),
    titular: z.string(),
    rut: z.string(),
    email: z.string().nullable(),
  })
  .meta({ id: 'DatosTransferencia' });

const lugarPublico = z.object({
  slug: z.string(),
  titulo: z.string(),
  modalidad,
  lugar: z.string().nullable(),
  direccion: z.string().nullable(),
  comuna: z.string().nullable(),
  iniciaEn: z.string(),
  terminaEn: z.string(),
  zona: z.string(),
});

/** The state of a purchase, as the person who holds its reference sees it. */
export const reservaPublica = z
  .object({
    codigo: z.string(),
    estado: estadoPago,
    lineas: z.array(
      z.object({
        tipo: tipoLinea,
        titulo: z.string(),
        cantidad: z.int(),
        total: z.int(),
        anulada: z.boolean(),
        /** Of a workshop: where and when. */
        taller: lugarPublico.nullable(),
        /** Of a course: the address of its public page. */
        cursoSlug: z.string().nullable(),
        /** Of a kit. */
        entrega: entregaLinea.nullable(),
        entregaNota: z.string().nullable(),
      }),
    ),
    total: z.int(),
    pagado: z.int(),
    saldo: z.int(),
    venceEn: z.string().nullable(),
    vencida: z.boolean(),
    /** The number of its receipt, once issued. */
    comprobante: z.int().nullable(),
    transferencia: datosTransferencia.nullable(),
    instruccionesPago: z.string().nullable(),
    whatsapp: z.string().nullable(),
  })
  .meta({ id: 'ReservaPublica' });
export type ReservaPublica = z.infer<typeof reservaPublica>;

const utm = {
  utmSource: opcional(texto(120)),
  utmMedium: opcional(texto(120)),
  utmCampaign: opcional(texto(120)),
};

/** People leave this empty; programs fill it in, and their message is dropped. */
const trampa = z.string().max(200).optional();

/** Kits bought along with a workshop or course; each at most once. */
const kits = z
  .array(z.strictObject({ slug, cantidad: cantidad(MAX_KITS_WEB) }))
  .max(10)
  .optional();

/** What a name is not: messages greet by it, and anyone may give another's address. */
const ENLACE = /[/@<>]|www\.|[\w-]{3,}\.[a-z]{2,}/i;
const nombrePropio = texto(80).refine((t) => !ENLACE.test(t), 'Escribe solo el nombre.');

const persona = {
  nombres: nombrePropio,
  apellidos: nombrePropio,
  email,
  telefono,
  aceptaNovedades: z.boolean().optional(),
  sitioWeb: trampa,
  ...utm,
};

export const inscripcionPublicaCampos = z.strictObject({
  ...persona,
  cantidad: cantidad(MAX_CUPOS_WEB),
  productos: kits,
});

export const compraCursoCampos = z.strictObject({ ...persona, productos: kits });

export const getNegocioPublico = endpoint({
  method: 'GET',
  path: '/api/publico/negocio',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Nombre, marca y contacto de la escuela',
  response: negocioPublico,
});

export const listTalleresPublicos = endpoint({
  method: 'GET',
  path: '/api/publico/talleres',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Talleres publicados que vienen',
  query: z.strictObject({
    q: busqueda.optional(),
    interes: idTexto.optional(),
    ...pagina,
  }),
  response: z.object({ items: z.array(tallerPublicoItem), siguiente: z.string().nullable() }),
});

export const getTallerPublico = endpoint({
  method: 'GET',
  path: '/api/publico/talleres/:slug',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Un taller publicado con sus cupos libres',
  params: z.strictObject({ slug }),
  response: tallerPublico,
});

export const createInscripcionPublica = endpoint({
  method: 'POST',
  path: '/api/publico/talleres/:slug/inscripciones',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Inscribirse: reserva los cupos y responde cómo pagar',
  params: z.strictObject({ slug }),
  body: inscripcionPublicaCampos,
  idempotente: true,
  status: 201,
  response: reservaPublica,
});

const porSlug = z.strictObject({ slug });

export const cursoPublicoItem = z
  .object({
    slug: z.string(),
    titulo: z.string(),
    resumen: z.string().nullable(),
    instructor: z.string().nullable(),
    interes: interesRef.nullable(),
    imagenUrl: z.string().nullable(),
    precio: z.int(),
    diasAcceso: z.int().nullable(),
    lecciones: z.int(),
    duracionSegundos: z.int(),
  })
  .meta({ id: 'CursoPublicoItem' });
export type CursoPublicoItem = z.infer<typeof cursoPublicoItem>;

export const cursoPublico = cursoPublicoItem
  .extend({
    descripcion: z.string().nullable(),
    contenido: z.array(
      z.object({
        orden: z.int(),
        titulo: z.string(),
        duracionSegundos: z.int().nullable(),
        /** Set for the free lessons, which anyone may watch. */
        leccionId: z.int().nullable(),
      }),
    ),
    horasReserva: z.int(),
    kits: z.array(kitPublico),
  })
  .meta({ id: 'CursoPublico' });
export type CursoPublico = z.infer<typeof cursoPublico>;

export const listCursosPublicos = endpoint({
  method: 'GET',
  path: '/api/publico/cursos',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Cursos publicados',
  query: z.strictObject({ q: busqueda.optional(), interes: idTexto.optional(), ...pagina }),
  response: z.object({ items: z.array(cursoPublicoItem), siguiente: z.string().nullable() }),
});

export const getCursoPublico = endpoint({
  method: 'GET',
  path: '/api/publico/cursos/:slug',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Un curso publicado con sus lecciones',
  params: porSlug,
  response: cursoPublico,
});

const deLeccion = z.strictObject({ slug, leccionId: idTexto });

export const getLeccionGratuita = endpoint({
  method: 'GET',
  path: '/api/publico/cursos/:slug/lecciones/:leccionId',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Una lección gratuita de un curso publicado',
  params: deLeccion,
  response: z.object({
    titulo: z.string(),
    /** Safe HTML. */
    texto: z.string().nullable(),
    video: video.nullable(),
    duracionSegundos: z.int().nullable(),
  }),
});

export const getVideoGratuito = endpoint({
  method: 'GET',
  path: '/api/publico/cursos/:slug/lecciones/:leccionId/video',
  acceso: 'PUBLICO',
  resumen: 'El video subido de una lección gratuita',
  params: deLeccion,
  formato: 'video/mp4',
});

export const createCompraCurso = endpoint({
  method: 'POST',
  path: '/api/publico/cursos/:slug/inscripciones',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Comprar un curso: queda reservado y responde cómo pagar',
  params: porSlug,
  body: compraCursoCampos,
  idempotente: true,
  status: 201,
  response: reservaPublica,
});

export const getReserva = endpoint({
  method: 'GET',
  path: '/api/publico/reservas/:codigo',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'El estado de una inscripción, por su referencia',
  params: z.strictObject({
    codigo: z
      .string()
      .regex(/^[A-Z0-9-]{4,20}$/i)
      .toUpperCase(),
  }),
  response: reservaPublica,
});

export const suscripcionCampos = z.strictObject({
  email,
  nombres: opcional(nombrePropio),
  apellidos: opcional(nombrePropio),
  intereses: z.array(id).max(50).optional(),
  /** Unticked by default; without it nothing is captured. */
  acepta: z.literal(true, 'Marca la casilla para que podamos escribirte.'),
  sitioWeb: trampa,
  ...utm,
});

export const subscribeNewsletter = endpoint({
  method: 'POST',
  path: '/api/publico/newsletter',
  acceso: 'PUBLICO',
  limite: 'CAPTURA',
  resumen: 'Suscribirse a las novedades; responde igual se conozca o no el correo',
  body: suscripcionCampos,
  status: 202,
  response: z.object({ mensaje: z.string() }),
});
