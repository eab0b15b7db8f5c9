import { z } from 'zod';
import { origen } from './clientes.ts';
import { medio } from './cobros.ts';
import { endpoint } from './endpoint.ts';
import { busqueda, id, lista, listaDe, pagina, porId, texto, version } from './fields.ts';

export const MAX_BYTES_IMPORTACION = 30 * 1024 * 1024;
export const MAX_FILAS_IMPORTACION = 200_000;
export const MAX_COLUMNAS_IMPORTACION = 200;
/** How long a run can be undone, and its file and rows are kept. */
export const DIAS_DESHACER_IMPORTACION = 30;

export const tipoImportacion = z.enum(['CLIENTES', 'INSCRIPCIONES']);
export type TipoImportacion = z.infer<typeof tipoImportacion>;

export const estadoImportacion = z.enum([
  'LEYENDO',
  'POR_MAPEAR',
  'REVISANDO',
  'REVISADA',
  'IMPORTANDO',
  'COMPLETADA',
  'DESHACIENDO',
  'DESHECHA',
  'FALLIDA',
]);
export type EstadoImportacion = z.infer<typeof estadoImportacion>;

/** Where a column may go. The person's come first; those of a sale only serve INSCRIPCIONES. */
export const campoImportacion = z.enum([
  'nombres',
  'apellidos',
  /** One cell with the whole name: goes to `nombres` as it is, never split. */
  'nombreCompleto',
  'email',
  'telefono',
  'rut',
  'fechaNacimiento',
  'comuna',
  'origen',
  'intereses',
  'empresa',
  'notas',
  'fechaCaptura',
  'taller',
  'fechaTaller',
  'cantidad',
  'precio',
  'descuento',
  'pagado',
  'fechaPago',
  'medio',
  'referencia',
  'estadoPago',
]);
export type CampoImportacion = z.infer<typeof campoImportacion>;

export const codificacion = z.enum(['UTF-8', 'WINDOWS-1252', 'UTF-16LE', 'UTF-16BE']);
export type Codificacion = z.infer<typeof codificacion>;
export const delimitador = z.enum([';', ',', '\t', '|']);
export type Delimitador = z.infer<typeof delimitador>;

/** How the file is read. Each may be corrected; lines are counted from 1. */
export const lectura = z.object({
  codificacion: codificacion.nullable(),
  delimitador: delimitador.nullable(),
  /** Of a workbook. */
  hojas: z.array(z.string()),
  hoja: z.string().nullable(),
  /** The line with the titles; 0 when there is none. */
  filaEncabezado: z.int(),
  /** Cells of the line with the titles in a CSV, blank ones too: rows with more are misread. */
  ancho: z.int().optional(),
  columnas: z.array(
    z.object({
      indice: z.int(),
      /** As written; empty and repeated titles get a name of their own. */
      titulo: z.string(),
      ejemplos: z.array(z.string()),
      sugerencia: campoImportacion.nullable(),
    }),
  ),
  /** The first lines of the file, as text, to choose the line of the titles by eye. */
  primeras: z.array(z.array(z.string())),
  /** Text looks like UTF-8 read as something else, such as `MuÃ±oz`. */
  tildesRotas: z.boolean(),
});
export type Lectura = z.infer<typeof lectura>;

/** Index of the column → field; columns not named are left out. */
export const mapeo = z.array(
  z.strictObject({ indice: z.int().min(0).max(MAX_COLUMNAS_IMPORTACION), campo: campoImportacion }),
);
export type Mapeo = z.output<typeof mapeo>;

export const opcionesImportacion = z.strictObject({
  /** Of those who come without one. */
  origen: origen.optional(),
  /** Given to everyone in the file. */
  intereses: z.array(id).max(50).optional(),
  /** Intereses and empresas named in the file that do not exist: made, or an error of the row. */
  crearIntereses: z.boolean().optional(),
  crearEmpresas: z.boolean().optional(),
  crearTalleres: z.boolean().optional(),
  /** People who are here already: only what they lack is filled in, or they are left as they are. */
  existentes: z.enum(['COMPLETAR', 'OMITIR']).optional(),
  repararTildes: z.boolean().optional(),
  /** How dates such as 03/04/2026 are read. */
  fechas: z.enum(['DMA', 'MDA', 'AMD']).optional(),
  /** Of payments that do not say. */
  medio: medio.optional(),
});
export type OpcionesImportacion = z.output<typeof opcionesImportacion>;

export const conteoImportacion = z.object({
  crear: z.int(),
  actualizar: z.int(),
  igual: z.int(),
  omitir: z.int(),
  error: z.int(),
  /** Rows with something worth saying. */
  avisos: z.int(),
  /** Of INSCRIPCIONES. */
  inscripciones: z.int(),
  /** Pesos. */
  pagado: z.int(),
  talleresNuevos: z.int(),
});
export type ConteoImportacion = z.infer<typeof conteoImportacion>;

export const importacionItem = z
  .object({
    id: z.int(),
    tipo: tipoImportacion,
    estado: estadoImportacion,
    archivoNombre: z.string(),
    formato: z.enum(['CSV', 'XLSX']),
    bytes: z.int(),
    filas: z.int(),
    /** Of the work under way. */
    procesadas: z.int(),
    resultado: conteoImportacion.nullable(),
    problema: z.string().nullable(),
    creadoPor: z.string().nullable(),
    creadoEn: z.string(),
    terminadaEn: z.string().nullable(),
    deshechaEn: z.string().nullable(),
  })
  .meta({ id: 'ImportacionItem' });
export type ImportacionItem = z.infer<typeof importacionItem>;

export const importacion = importacionItem
  .extend({
    lectura: lectura.nullable(),
    mapeo: mapeo.nullable(),
    opciones: opcionesImportacion,
    revision: conteoImportacion.nullable(),
    /** The same file came before, in this one. */
    repiteA: z.object({ id: z.int(), creadoEn: z.string() }).nullable(),
    version: z.int(),
    puede: z.object({
      mapear: z.boolean(),
      revisar: z.boolean(),
      importar: z.boolean(),
      deshacer: z.boolean(),
      eliminar: z.boolean(),
    }),
  })
  .meta({ id: 'Importacion' });
export type Importacion = z.infer<typeof importacion>;

export const listImportaciones = endpoint({
  method: 'GET',
  path: '/api/importaciones',
  acceso: 'importaciones:escribir',
  resumen: 'Archivos importados, los últimos primero',
  query: z.strictObject({ ...pagina }),
  response: listaDe(importacionItem),
});

export const getImportacion = endpoint({
  method: 'GET',
  path: '/api/importaciones/:id',
  acceso: 'importaciones:escribir',
  resumen: 'Una importación y cómo va',
  params: porId,
  response: importacion,
});

/** The body is the file itself. */
export const createImportacion = endpoint({
  method: 'POST',
  path: '/api/importaciones',
  acceso: 'importaciones:escribir',
  resumen: 'Subir un archivo CSV o XLSX',
  archivo: 'TABLA',
  query: z.strictObject({ nombre: texto(200), tipo: tipoImportacion }),
  status: 201,
  response: importacion,
});

/** Reads the file again when what changes is how it is read. */
export const updateImportacion = endpoint({
  method: 'PATCH',
  path: '/api/importaciones/:id',
  acceso: 'importaciones:escribir',
  resumen: 'Corregir cómo se lee el archivo, adónde va cada columna y las opciones',
  params: porId,
  body: z.strictObject({
    codificacion: codificacion.optional(),
    delimitador: delimitador.optional(),
    hoja: z.string().max(100).optional(),
    filaEncabezado: z.int().min(0).max(1000).optional(),
    mapeo: mapeo.optional(),
    opciones: opcionesImportacion.optional(),
    version,
  }),
  response: importacion,
});

const accion = (nombre: string, resumen: string) =>
  endpoint({
    method: 'POST',
    path: `/api/importaciones/:id/${nombre}`,
    acceso: 'importaciones:escribir',
    resumen,
    params: porId,
    status: 202,
    response: importacion,
  });

export const reviewImportacion = accion('revision', 'Revisar todas las filas sin guardar nada');
export const runImportacion = accion('ejecucion', 'Importar las filas sin error, de fondo');

/** What undoing would do: how many rows are as they were left, and who was changed since. */
export const previewDeshacer = endpoint({
  method: 'GET',
  path: '/api/importaciones/:id/deshacer',
  acceso: 'importaciones:escribir',
  resumen: 'Qué pasaría al deshacer una importación',
  params: porId,
  response: z.object({
    intactas: z.int(),
    tocadas: z.int(),
    /** Some of those that were touched, and what happened to them. */
    ejemplos: z.array(
      z.object({ numero: z.int(), clienteId: z.int(), nombre: z.string(), motivo: z.string() }),
    ),
  }),
});

export const undoImportacion = endpoint({
  method: 'POST',
  path: '/api/importaciones/:id/deshacer',
  acceso: 'importaciones:escribir',
  resumen: 'Deshacer una importación; si algo cambió después, solo lo intacto y solo si se pide',
  params: porId,
  body: z.strictObject({ soloIntactas: z.boolean().optional() }),
  status: 202,
  response: importacion,
});

export const deleteImportacion = endpoint({
  method: 'DELETE',
  path: '/api/importaciones/:id',
  acceso: 'importaciones:escribir',
  resumen: 'Descartar un archivo que no se importó',
  params: porId,
});

export const filaImportacion = z
  .object({
    numero: z.int(),
    celdas: z.array(z.string()),
    accion: z.enum(['CREAR', 'ACTUALIZAR', 'IGUAL', 'ERROR', 'OMITIR']).nullable(),
    errores: z.array(z.object({ campo: z.string(), mensaje: z.string() })),
    avisos: z.array(z.object({ campo: z.string(), mensaje: z.string() })),
    clienteId: z.int().nullable(),
  })
  .meta({ id: 'FilaImportacion' });
export type FilaImportacion = z.infer<typeof filaImportacion>;

export const listFilasImportacion = endpoint({
  method: 'GET',
  path: '/api/importaciones/:id/filas',
  acceso: 'importaciones:escribir',
  resumen: 'Las filas de una importación con lo que pasará o pasó con cada una',
  params: porId,
  query: z.strictObject({
    accion: lista(filaImportacion.shape.accion.unwrap()).optional(),
    conAvisos: z.literal('si').optional(),
    q: busqueda.optional(),
    ...pagina,
  }),
  response: listaDe(filaImportacion),
});

/** With the reason in a column of its own, so that it may be mended and sent again. */
export const exportErroresImportacion = endpoint({
  method: 'GET',
  path: '/api/importaciones/:id/errores',
  acceso: 'importaciones:escribir',
  resumen: 'Las filas con error, con su motivo, en CSV',
  params: porId,
  formato: 'text/csv',
});

export const mapeoGuardado = z
  .object({
    id: z.int(),
    nombre: z.string(),
    /** Title of the column → field. */
    mapeo: z.record(z.string(), campoImportacion),
    opciones: opcionesImportacion,
  })
  .meta({ id: 'MapeoGuardado' });
export type MapeoGuardado = z.infer<typeof mapeoGuardado>;

export const listMapeos = endpoint({
  method: 'GET',
  path: '/api/importaciones-mapeos',
  acceso: 'importaciones:escribir',
  resumen: 'Mapeos guardados de un tipo',
  query: z.strictObject({ tipo: tipoImportacion }),
  response: z.object({ items: z.array(mapeoGuardado) }),
});

/** One of the same name is replaced. */
export const saveMapeo = endpoint({
  method: 'POST',
  path: '/api/importaciones/:id/mapeo',
  acceso: 'importaciones:escribir',
  resumen: 'Guardar el mapeo de una importación para otros archivos iguales',
  params: porId,
  body: z.strictObject({ nombre: texto(80) }),
  status: 201,
  response: mapeoGuardado,
});

export const deleteMapeo = endpoint({
  method: 'DELETE',
  path: '/api/importaciones-mapeos/:id',
  acceso: 'importaciones:escribir',
  resumen: 'Eliminar un mapeo guardado',
  params: porId,
});
