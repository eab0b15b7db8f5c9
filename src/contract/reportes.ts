import { z } from 'zod';
import { aviso } from './avisos.ts';
import { clienteItem, origen } from './clientes.ts';
import { cobroItem, medio } from './cobros.ts';
import { emailItem } from './emails.ts';
import { endpoint } from './endpoint.ts';
import { fecha } from './fields.ts';
import { formatoExportacion } from './formatos.ts';
import { interaccion } from './interacciones.ts';
import { productoItem, ventaProducto } from './productos.ts';
import { tallerItem } from './talleres.ts';

/** A figure, the same figure in the period before (null where it has none), and what it means. */
export const cifra = z.object({
  valor: z.int(),
  anterior: z.int().nullable(),
  definicion: z.string(),
});
export type Cifra = z.infer<typeof cifra>;

/**
 * A share in tenths of a percent (425 is 42,5 %), null when there is nothing to divide by. What people did until
 * today has no `anterior`: those who came before had more time for it.
 */
export const proporcion = z.object({
  valor: z.int().nullable(),
  anterior: z.int().nullable(),
  /** What was divided by what. */
  parte: z.int(),
  total: z.int(),
  definicion: z.string(),
});
export type Proporcion = z.infer<typeof proporcion>;

/** Local dates of the business, both included. */
export const rango = z.object({ desde: z.string(), hasta: z.string() });

export const periodo = z.enum(['MES', 'MES_ANTERIOR', '30_DIAS', '90_DIAS', 'ANO', 'PERSONAL']);
export type Periodo = z.infer<typeof periodo>;

/** The longest period that may be asked for: ten years. */
export const MAX_DIAS_PERIODO = 3660;

/** MES unless told; PERSONAL takes `desde` and `hasta`, and is compared with as many days before it. */
export const consultaPeriodo = z
  .strictObject({ periodo: periodo.optional(), desde: fecha.optional(), hasta: fecha.optional() })
  .refine((c) => c.periodo !== 'PERSONAL' || (c.desde && c.hasta), {
    message: 'Elige desde y hasta.',
    path: ['desde'],
  })
  .refine((c) => !c.desde || !c.hasta || c.desde <= c.hasta, {
    message: 'Debe ser igual o posterior a «desde».',
    path: ['hasta'],
  })
  .refine((c) => !c.desde || !c.hasta || contarDias(c.desde, c.hasta) <= MAX_DIAS_PERIODO, {
    message: 'Elige a lo más diez años.',
    path: ['hasta'],
  });
export type ConsultaPeriodo = z.output<typeof consultaPeriodo>;

const contarDias = (desde: string, hasta: string) =>
  (Date.parse(hasta) - Date.parse(desde)) / 86_400_000 + 1;

const deInteres = z.object({ id: z.int(), nombre: z.string(), color: z.string() }).nullable();

export const tablero = z
  .object({
    periodo: rango,
    anterior: rango,
    ingresos: cifra,
    estudiantesActivos: cifra,
    nuevosLeads: cifra,
    conversion: proporcion,
    saldoPorCobrar: cifra,
    ocupacion: proporcion,
    /** Twelve local months, oldest first, the present one last, with the same month a year before; `mes` is `YYYY-MM`. */
    ingresosMensuales: z.array(z.object({ mes: z.string(), ingresos: z.int(), anterior: z.int() })),
    /** Live enrolments of the period by interés, the most first; at most ten. */
    categorias: z.array(z.object({ interes: deInteres, inscripciones: z.int() })),
    /** By their score, at most five. */
    mejorCalificados: z.array(
      z.object({
        tipo: z.enum(['TALLER', 'CURSO']),
        id: z.int(),
        titulo: z.string(),
        promedio: z.number(),
        /** The average, drawn to that of the school where reviews are few: what they are ordered by. */
        puntaje: z.number(),
        resenas: z.int(),
      }),
    ),
    definiciones: z.object({ categorias: z.string(), mejorCalificados: z.string() }),
  })
  .meta({ id: 'Tablero' });
export type Tablero = z.infer<typeof tablero>;

/** Days with one decimal, null when there was nobody to measure; never compared. */
export const dias = z.object({
  valor: z.number().nullable(),
  definicion: z.string(),
});
export type Dias = z.infer<typeof dias>;

/** A report: what it says and what it is compared with in words, its figures, and its rows; see exportReporte. */
const reporte = <const F extends z.ZodRawShape>(
  path: `/api/reportes/${string}`,
  resumen: string,
  campos: F,
) =>
  endpoint({
    method: 'GET',
    path,
    acceso: 'reportes:leer',
    resumen,
    query: consultaPeriodo,
    response: z.object({
      periodo: rango,
      anterior: rango,
      /** What it is compared with: «los 30 días anteriores». */
      contra: z.string(),
      definicion: z.string(),
      ...campos,
    }),
  });

export const getTablero = endpoint({
  method: 'GET',
  path: '/api/reportes/tablero',
  acceso: 'reportes:leer',
  resumen: 'Las cifras del negocio, contra el período anterior',
  query: consultaPeriodo,
  response: tablero,
});

const porClase = { taller: z.int(), curso: z.int(), producto: z.int() };

export const getIngresos = reporte(
  '/api/reportes/ingresos',
  'Ingresos por mes, por lo que se vendió y por medio de pago',
  {
    total: cifra,
    /** They add up to the total, to the peso. */
    porClase: z.object(porClase),
    porMedio: z.array(z.object({ medio, monto: z.int(), movimientos: z.int() })),
    /** Every local month that the period touches, oldest first; `mes` is `YYYY-MM`. */
    meses: z.array(
      z.object({
        mes: z.string(),
        total: z.int(),
        ...porClase,
        medios: z.array(z.object({ medio, monto: z.int() })),
      }),
    ),
  },
);

export const getCategorias = reporte('/api/reportes/categorias', 'Qué intereses se venden más', {
  inscripciones: cifra,
  vendido: cifra,
  items: z.array(
    z.object({
      interes: deInteres,
      inscripciones: z.int(),
      cupos: z.int(),
      personas: z.int(),
      vendido: z.int(),
      inscripcionesAnterior: z.int(),
    }),
  ),
});

const atribuido = {
  leads: z.int(),
  clientes: z.int(),
  conversion: z.int().nullable(),
  ingresos: z.int(),
};

export const getAtribucion = reporte(
  '/api/reportes/atribucion',
  'De dónde vienen las personas y el dinero: por origen y por campaña utm',
  {
    leads: cifra,
    conversion: proporcion,
    ingresos: cifra,
    origenes: z.array(z.object({ origen, ...atribuido })),
    /** Of who came with a utm, those that brought the most money first; at most 200. */
    campanas: z.array(
      z.object({
        utmSource: z.string().nullable(),
        utmMedium: z.string().nullable(),
        utmCampaign: z.string().nullable(),
        ...atribuido,
      }),
    ),
  },
);

export const getEmbudo = reporte(
  '/api/reportes/embudo',
  'De LEAD a PROSPECTO a CLIENTE, y cuánto tardan',
  {
    leads: cifra,
    prospectos: proporcion,
    clientes: proporcion,
    /** Of the CLIENTEs, those that are INACTIVO now. */
    inactivos: proporcion,
    /** Medians. */
    diasAProspecto: dias,
    diasACliente: dias,
    meses: z.array(
      z.object({ mes: z.string(), leads: z.int(), prospectos: z.int(), clientes: z.int() }),
    ),
  },
);

export const getRetencion = reporte(
  '/api/reportes/retencion',
  'Quiénes vuelven a comprar, por el mes de su primera compra',
  {
    /** Those whose first confirmed purchase is of the period. */
    personas: cifra,
    volvieron: proporcion,
    /** The median between the first and the next purchase. */
    diasEntreCompras: dias,
    cohortes: z.array(
      z.object({
        mes: z.string(),
        personas: z.int(),
        /** Bought again within so many months of the first; null while not all of it went by. */
        a3Meses: z.int().nullable(),
        a6Meses: z.int().nullable(),
        a12Meses: z.int().nullable(),
        alguna: z.int(),
      }),
    ),
  },
);

export const getReporteEmpresas = reporte('/api/reportes/empresas', 'Ingresos por empresa', {
  ingresos: cifra,
  vendido: cifra,
  saldo: cifra,
  items: z.array(
    z.object({
      empresa: z.object({ id: z.int(), razonSocial: z.string() }),
      contactos: z.int(),
      ventas: z.int(),
      vendido: z.int(),
      ingresos: z.int(),
      saldo: z.int(),
    }),
  ),
  /** More than are listed. */
  hayMas: z.boolean(),
});

export const getOcupacion = reporte(
  '/api/reportes/ocupacion',
  'Cupos tomados de los talleres del período',
  {
    ocupacion: proporcion,
    talleres: cifra,
    /** The latest first. */
    items: z.array(
      z.object({
        taller: z.object({
          id: z.int(),
          titulo: z.string(),
          iniciaEn: z.string(),
          zona: z.string(),
        }),
        cupos: z.int(),
        ocupados: z.int(),
        /** In tenths of a percent. */
        ocupacion: z.int(),
        vendido: z.int(),
      }),
    ),
    /** More than are listed. */
    hayMas: z.boolean(),
  },
);

export const getCalificados = reporte(
  '/api/reportes/calificados',
  'Talleres y cursos mejor calificados',
  {
    /** Published reviews written in the period. */
    resenas: cifra,
    items: z.array(
      z.object({
        tipo: z.enum(['TALLER', 'CURSO']),
        id: z.int(),
        titulo: z.string(),
        promedio: z.number(),
        ranking: z.number(),
        resenas: z.int(),
        /** Of them, those written in the period. */
        nuevas: z.int(),
      }),
    ),
  },
);

export const nombreReporte = z.enum([
  'ingresos',
  'categorias',
  'calificados',
  'atribucion',
  'embudo',
  'retencion',
  'empresas',
  'ocupacion',
]);
export type NombreReporte = z.infer<typeof nombreReporte>;

export const exportReporte = endpoint({
  method: 'GET',
  path: '/api/exportaciones/reportes/:nombre',
  acceso: 'reportes:leer',
  resumen: 'La tabla de un reporte, en CSV o XLSX',
  params: z.strictObject({ nombre: nombreReporte }),
  query: consultaPeriodo.safeExtend({ formato: formatoExportacion }),
  formato: 'application/octet-stream',
});

export const inicio = z
  .object({
    /** From the start of today to seven days ahead, in local time. */
    talleresSemana: z.array(tallerItem),
    pagosEsperados: z.object({ items: z.array(cobroItem), cantidad: z.int(), saldo: z.int() }),
    nuevosLeads: z.object({ items: z.array(clienteItem), cantidad: z.int() }),
    /** Of whoever looks or of nobody: due today or before, and how many wait for tomorrow; only for whoever may read them. */
    seguimientos: z.object({ items: z.array(interaccion), cantidad: z.int(), manana: z.int() }),
    alertas: z.array(cobroItem),
    porReembolsar: z.object({ cantidad: z.int(), monto: z.int() }),
    /** Fell to their minimum and nobody said to have seen it; the least stock first. */
    stockBajo: z.object({ items: z.array(productoItem), cantidad: z.int() }),
    /** Sold and not delivered, the oldest first. */
    kitsPorEntregar: z.object({ items: z.array(ventaProducto), cantidad: z.int() }),
    /** Only for whoever may send them. */
    mensajesPorEnviar: z.object({ items: z.array(aviso), cantidad: z.int() }),
    /** Only for whoever may moderate them. */
    resenasPorModerar: z.int(),
    /** Mails of the last 7 days that did not arrive, outside of campaigns, and were not sent again. */
    correosFallidos: z.object({ items: z.array(emailItem), cantidad: z.int() }),
  })
  .meta({ id: 'Inicio' });
export type Inicio = z.infer<typeof inicio>;

export const getInicio = endpoint({
  method: 'GET',
  path: '/api/reportes/inicio',
  acceso: 'SESION',
  resumen: 'Lo que hay que hacer hoy; trae solo lo que el rol puede ver',
  response: inicio,
});
