import { z } from 'zod';
import { clienteRef, estadoCliente, origen, tipoCliente } from './clientes.ts';
import { estadoPago } from './cobros.ts';
import { tipoCampana } from './emails.ts';
import { endpoint } from './endpoint.ts';
import {
  busqueda,
  comuna,
  email,
  fecha,
  id,
  instante,
  lista,
  listaDe,
  opcional,
  pagina,
  porId,
  texto,
  version,
} from './fields.ts';
import { contenido, revision } from './plantillas.ts';

export const estadoCampana = z.enum([
  'BORRADOR',
  'PROGRAMADA',
  'PREPARANDO',
  'ENVIANDO',
  'PAUSADA',
  'COMPLETADA',
  'CANCELADA',
]);
export type EstadoCampana = z.infer<typeof estadoCampana>;

/** Why someone of the audience is not written to; each person counts once, by the first that holds. */
export const motivoExclusion = z.enum([
  'SIN_CORREO',
  'CORREO_INVALIDO',
  'BLOQUEADO',
  'SUPRIMIDO',
  'SIN_CONSENTIMIENTO',
  'PREFERENCIAS',
  'DUPLICADO',
]);
export type MotivoExclusion = z.infer<typeof motivoExclusion>;

const ids = z.array(id).max(50);

/** What was bought, live and not annulled; of any of those named. */
const compra = z.strictObject({
  talleres: ids.optional(),
  cursos: ids.optional(),
  productos: ids.optional(),
  /** Bought anything at all. */
  algo: z.boolean().optional(),
});

/** Any filter of the clientes list, and what they bought or did. Conditions add up. */
export const filtroAudiencia = z.strictObject({
  q: busqueda.optional(),
  estado: z.array(estadoCliente).max(4).optional(),
  tipo: tipoCliente.optional(),
  intereses: ids.optional(),
  origen: z.array(origen).max(10).optional(),
  comuna: comuna.optional(),
  empresaId: id.optional(),
  creadoDesde: fecha.optional(),
  creadoHasta: fecha.optional(),
  compro: compra.optional(),
  noCompro: compra.optional(),
  /** Last activity on or after, and before, these local dates. Without the first, also who never did anything. */
  actividadDesde: fecha.optional(),
  actividadHasta: fecha.optional(),
});
export type FiltroAudiencia = z.output<typeof filtroAudiencia>;

export const audiencia = z.discriminatedUnion('modo', [
  z.strictObject({
    modo: z.literal('CLIENTES'),
    clientes: z.array(id).min(1, 'Elige al menos una persona.').max(5_000),
  }),
  z.strictObject({ modo: z.literal('FILTRO'), filtro: filtroAudiencia }),
  /** As it stands when the campaign goes out. */
  z.strictObject({ modo: z.literal('SEGMENTO'), segmentoId: id }),
  z.strictObject({
    modo: z.literal('ASISTENTES'),
    tallerId: id,
    /** All who hold a seat unless told. */
    estados: z
      .array(estadoPago.exclude(['ANULADO']))
      .max(3)
      .optional(),
  }),
]);
export type Audiencia = z.output<typeof audiencia>;

export const conteoAudiencia = z
  .object({
    candidatos: z.int(),
    destinatarios: z.int(),
    exclusiones: z.array(z.object({ motivo: motivoExclusion, cantidad: z.int() })),
  })
  .meta({ id: 'ConteoAudiencia' });
export type ConteoAudiencia = z.infer<typeof conteoAudiencia>;

/** How far it went. `enviados` are those a server took; `locales` were kept here and reached nobody. */
export const progreso = z
  .object({
    total: z.int(),
    enCola: z.int(),
    enviados: z.int(),
    locales: z.int(),
    fallidos: z.int(),
    suprimidos: z.int(),
    cancelados: z.int(),
    inciertos: z.int(),
  })
  .meta({ id: 'ProgresoCampana' });
export type Progreso = z.infer<typeof progreso>;

export const campanaItem = z
  .object({
    id: z.int(),
    nombre: z.string(),
    tipo: tipoCampana,
    estado: estadoCampana,
    asunto: z.string(),
    programadaEn: z.string().nullable(),
    iniciadaEn: z.string().nullable(),
    terminadaEn: z.string().nullable(),
    /** Why the system paused it. */
    pausaMotivo: z.string().nullable(),
    destinatarios: z.int(),
    progreso,
    creadoEn: z.string(),
  })
  .meta({ id: 'CampanaItem' });
export type CampanaItem = z.infer<typeof campanaItem>;

const cosa = z.object({ id: z.int(), titulo: z.string() });

export const campana = campanaItem
  .extend({
    plantilla: z.object({ id: z.int(), nombre: z.string() }).nullable(),
    preheader: z.string().nullable(),
    cuerpo: z.string(),
    taller: cosa.nullable(),
    curso: cosa.nullable(),
    producto: cosa.nullable(),
    audiencia,
    /** The audience in words, as people read it. */
    audienciaTexto: z.string(),
    seguimiento: z.boolean(),
    candidatos: z.int(),
    exclusiones: z.array(z.object({ motivo: motivoExclusion, cantidad: z.int() })),
    creadoPor: z.string().nullable(),
    version: z.int(),
    puede: z.object({
      editar: z.boolean(),
      enviar: z.boolean(),
      pausar: z.boolean(),
      reanudar: z.boolean(),
      cancelar: z.boolean(),
      eliminar: z.boolean(),
    }),
  })
  .meta({ id: 'Campana' });
export type Campana = z.infer<typeof campana>;

export const campanaCampos = z.strictObject({
  nombre: texto(120),
  tipo: tipoCampana,
  plantillaId: id.nullable().optional(),
  asunto: z.union([contenido.asunto, z.literal('')]).optional(),
  preheader: opcional(texto(200)),
  cuerpo: contenido.cuerpo.optional(),
  tallerId: id.nullable().optional(),
  cursoId: id.nullable().optional(),
  productoId: id.nullable().optional(),
  audiencia,
  /** Measures opens and clicks; off unless asked for. */
  seguimiento: z.boolean().optional(),
});

export const listCampanas = endpoint({
  method: 'GET',
  path: '/api/campanas',
  acceso: 'emails:leer',
  resumen: 'Campañas, las nuevas primero',
  query: z.strictObject({
    q: busqueda.optional(),
    estado: lista(estadoCampana).optional(),
    tipo: lista(tipoCampana).optional(),
    ...pagina,
  }),
  response: listaDe(campanaItem),
});

export const getCampana = endpoint({
  method: 'GET',
  path: '/api/campanas/:id',
  acceso: 'emails:leer',
  resumen: 'Una campaña con su contenido, su audiencia y su avance',
  params: porId,
  response: campana,
});

export const createCampana = endpoint({
  method: 'POST',
  path: '/api/campanas',
  acceso: 'emails:escribir',
  resumen: 'Crear una campaña en borrador',
  body: campanaCampos,
  idempotente: true,
  status: 201,
  response: campana,
});

export const updateCampana = endpoint({
  method: 'PATCH',
  path: '/api/campanas/:id',
  acceso: 'emails:escribir',
  resumen: 'Cambiar una campaña que está en borrador',
  params: porId,
  body: campanaCampos.partial().extend({ version }),
  response: campana,
});

export const duplicateCampana = endpoint({
  method: 'POST',
  path: '/api/campanas/:id/copia',
  acceso: 'emails:escribir',
  resumen: 'Copiar una campaña a un borrador nuevo',
  params: porId,
  idempotente: true,
  status: 201,
  response: campana,
});

export const deleteCampana = endpoint({
  method: 'DELETE',
  path: '/api/campanas/:id',
  acceso: 'emails:escribir',
  resumen: 'Eliminar una campaña que nunca salió del borrador',
  params: porId,
});

export const countAudiencia = endpoint({
  method: 'POST',
  path: '/api/campanas/audiencia',
  acceso: 'emails:leer',
  resumen: 'A cuántos llegaría y a cuántos no, por motivo',
  body: z.strictObject({ audiencia }),
  response: conteoAudiencia,
});

/** People of an audience: those who would get it, or those left out for one reason. */
export const listAudiencia = endpoint({
  method: 'POST',
  path: '/api/campanas/audiencia/personas',
  acceso: 'emails:leer',
  resumen: 'Las personas de una audiencia, incluidas o excluidas por un motivo',
  body: z.strictObject({
    audiencia,
    motivo: motivoExclusion.nullable().optional(),
    cursor: z.string().max(1000).optional(),
  }),
  response: z.object({
    items: z.array(clienteRef.extend({ email: z.string().nullable() })),
    siguiente: z.string().nullable(),
  }),
});

export const getRevisiones = endpoint({
  method: 'GET',
  path: '/api/campanas/:id/revisiones',
  acceso: 'emails:leer',
  resumen: 'Lo que se revisa antes de enviar: remitente, dirección, enlaces, imágenes, dominio',
  params: porId,
  response: z.object({ items: z.array(revision), puedeEnviar: z.boolean() }),
});

export const sendPruebaCampana = endpoint({
  method: 'POST',
  path: '/api/campanas/:id/prueba',
  acceso: 'emails:escribir',
  resumen: 'Enviar una prueba, con los datos de una persona de la audiencia',
  params: porId,
  body: z.strictObject({ para: email, clienteId: id.nullable().optional() }),
  status: 202,
  response: z.object({ emailId: z.int(), transporte: z.enum(['SMTP', 'LOCAL']) }),
});

/** What the sender saw when deciding, so that nobody sends more than was said. */
export const launchCampana = endpoint({
  method: 'POST',
  path: '/api/campanas/:id/envio',
  acceso: 'emails:enviar',
  resumen: 'Enviar ahora, o a una hora que se programa',
  params: porId,
  body: z.strictObject({
    programadaEn: instante.nullable().optional(),
    destinatariosVistos: z.int().min(0),
    version,
  }),
  idempotente: true,
  response: campana,
});

const accion = (path: `/api/${string}`, resumen: string) =>
  endpoint({
    method: 'POST',
    path,
    acceso: 'emails:enviar',
    resumen,
    params: porId,
    response: campana,
  });

export const pauseCampana = accion('/api/campanas/:id/pausa', 'Pausar: se detiene en segundos');
export const resumeCampana = accion('/api/campanas/:id/reanudacion', 'Seguir enviando');
export const cancelCampana = accion(
  '/api/campanas/:id/cancelacion',
  'Cancelar lo que queda por enviar; una programada vuelve a ser borrador',
);

export const informe = z
  .object({
    progreso,
    rebotados: z.int(),
    reclamos: z.int(),
    bajas: z.int(),
    /** Null when the campaign did not measure them. */
    abiertos: z.int().nullable(),
    clics: z.int().nullable(),
    aperturasDeMaquina: z.int().nullable(),
    enlaces: z.array(z.object({ url: z.string(), personas: z.int(), clics: z.int() })),
    /** Sales of those who got it, made within 7 days of it. Pesos: sold, and paid (net) of those sales. */
    ventas: z.object({ cantidad: z.int(), personas: z.int(), total: z.int(), pagado: z.int() }),
    /** Sent by the hour, while it went out: at most the first 72 hours. */
    porHora: z.array(z.object({ hora: z.string(), enviados: z.int() })),
  })
  .meta({ id: 'InformeCampana' });
export type Informe = z.infer<typeof informe>;

export const getInforme = endpoint({
  method: 'GET',
  path: '/api/campanas/:id/informe',
  acceso: 'emails:leer',
  resumen: 'Resultados de una campaña',
  params: porId,
  response: informe,
});

export const exportInforme = endpoint({
  method: 'GET',
  path: '/api/campanas/:id/informe/csv',
  acceso: 'emails:leer',
  resumen: 'Cada destinatario con su resultado, en CSV',
  params: porId,
  formato: 'text/csv',
});
