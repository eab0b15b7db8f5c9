import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  busqueda,
  cantidad,
  comuna,
  fecha,
  id,
  idTexto,
  instante,
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
  zona,
} from './fields.ts';
import { interesRef } from './intereses.ts';

export const estadoTaller = z.enum(['BORRADOR', 'PUBLICADO', 'ANULADO']);
export type EstadoTaller = z.infer<typeof estadoTaller>;
export const modalidad = z.enum(['PRESENCIAL', 'EN_VIVO']);

export const tallerItem = z
  .object({
    id: z.int(),
    titulo: z.string(),
    slug: z.string(),
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
    cupos: z.int(),
    cuposOcupados: z.int(),
    /** Held for people of the waitlist who have an offer. */
    cuposOfrecidos: z.int(),
    /** Neither taken nor offered. */
    cuposLibres: z.int(),
    estado: estadoTaller,
  })
  .meta({ id: 'TallerItem' });
export type TallerItem = z.infer<typeof tallerItem>;

export const taller = tallerItem
  .extend({
    resumen: z.string().nullable(),
    descripcion: z.string().nullable(),
    direccion: z.string().nullable(),
    enlace: z.string().nullable(),
    imagenId: z.string().nullable(),
    afectoIva: z.boolean(),
    publicadoEn: z.string().nullable(),
    anuladoEn: z.string().nullable(),
    anuladoMotivo: z.string().nullable(),
    version: z.int(),
    creadoEn: z.string(),
    actualizadoEn: z.string(),
    /** Live seats by the state of their Cobro. */
    asientos: z.object({
      pagados: z.int(),
      abonados: z.int(),
      pendientes: z.int(),
      libres: z.int(),
    }),
    /** Those who still wait for a seat or have an offer: the demand it could not serve. */
    espera: z.object({ personas: z.int(), cupos: z.int() }),
    /** Pesos over its live enrolments. */
    ingresos: z.object({ vendido: z.int(), pagado: z.int(), porCobrar: z.int() }),
    puede: z.object({
      editar: z.boolean(),
      publicar: z.boolean(),
      despublicar: z.boolean(),
      anular: z.boolean(),
      inscribir: z.boolean(),
      borrar: z.boolean(),
    }),
  })
  .meta({ id: 'Taller' });
export type Taller = z.infer<typeof taller>;

export const enlaceWeb = z
  .string()
  .trim()
  .max(500, 'Usa a lo más 500 caracteres.')
  .pipe(z.url({ protocol: /^https$/, error: 'Escribe una dirección que empiece con https://.' }));

export const tallerCampos = z.strictObject({
  titulo: texto(140),
  resumen: opcional(texto(300)),
  descripcion: opcional(textoLargo(10_000)),
  modalidad,
  lugar: opcional(texto(140)),
  direccion: opcional(texto(200)),
  comuna: opcional(comuna),
  enlace: opcional(enlaceWeb),
  instructor: opcional(texto(140)),
  interesId: id.nullable().optional(),
  imagenId: uuid.nullable().optional(),
  iniciaEn: instante,
  terminaEn: instante,
  zona,
  precio: pesos,
  afectoIva: z.boolean().optional(),
  cupos: cantidad(10_000),
});

export const listTalleres = endpoint({
  method: 'GET',
  path: '/api/talleres',
  acceso: 'talleres:leer',
  resumen: 'Lista de talleres',
  query: z.strictObject({
    q: busqueda.optional(),
    estado: lista(estadoTaller).optional(),
    /** PROXIMOS have not ended yet. */
    cuando: z.enum(['PROXIMOS', 'PASADOS', 'TODOS']).optional(),
    interes: lista(idTexto).optional(),
    desde: fecha.optional(),
    hasta: fecha.optional(),
    conCupos: z.enum(['SI']).optional(),
    orden: z.enum(['iniciaEn', '-iniciaEn', 'titulo']).optional(),
    ...pagina,
  }),
  response: listaDe(tallerItem),
});

export const getTaller = endpoint({
  method: 'GET',
  path: '/api/talleres/:id',
  acceso: 'talleres:leer',
  resumen: 'Un taller con sus cupos e ingresos',
  params: porId,
  response: taller,
});

export const createTaller = endpoint({
  method: 'POST',
  path: '/api/talleres',
  acceso: 'talleres:escribir',
  resumen: 'Crear un taller en borrador',
  body: tallerCampos,
  status: 201,
  response: taller,
});

export const updateTaller = endpoint({
  method: 'PATCH',
  path: '/api/talleres/:id',
  acceso: 'talleres:escribir',
  resumen: 'Cambiar un taller',
  params: porId,
  body: tallerCampos.partial().extend({ version }),
  response: taller,
});

export const publishTaller = endpoint({
  method: 'POST',
  path: '/api/talleres/:id/publicacion',
  acceso: 'talleres:escribir',
  resumen: 'Publicar un taller',
  params: porId,
  body: z.strictObject({ version }),
  response: taller,
});

export const unpublishTaller = endpoint({
  method: 'DELETE',
  path: '/api/talleres/:id/publicacion',
  acceso: 'talleres:escribir',
  resumen: 'Volver un taller a borrador',
  params: porId,
  body: z.strictObject({ version }),
  response: taller,
});

export const duplicateTaller = endpoint({
  method: 'POST',
  path: '/api/talleres/:id/copias',
  acceso: 'talleres:escribir',
  resumen: 'Duplicar un taller a otra fecha, en borrador y sin inscritos; comparten reseñas',
  params: porId,
  body: z.strictObject({ iniciaEn: instante, terminaEn: instante.optional() }),
  status: 201,
  response: taller,
});

export const deleteTaller = endpoint({
  method: 'DELETE',
  path: '/api/talleres/:id',
  acceso: 'talleres:escribir',
  resumen: 'Borrar un borrador sin inscripciones',
  params: porId,
});
