import { z } from 'zod';
import { aviso } from './avisos.ts';
import { clienteItem } from './clientes.ts';
import { cobroItem } from './cobros.ts';
import { emailItem } from './emails.ts';
import { endpoint } from './endpoint.ts';
import { productoItem, ventaProducto } from './productos.ts';
import { tallerItem } from './talleres.ts';

/** A figure, the same figure in the period before, and what it means. */
export const cifra = z.object({
  valor: z.int(),
  anterior: z.int(),
  definicion: z.string(),
});
export type Cifra = z.infer<typeof cifra>;

export const tablero = z
  .object({
    /** Local dates of the business, both included. */
    periodo: z.object({ desde: z.string(), hasta: z.string() }),
    anterior: z.object({ desde: z.string(), hasta: z.string() }),
    ingresos: cifra,
    estudiantesActivos: cifra,
    nuevosLeads: cifra,
    /** Twelve local months, oldest first, the present one last; `mes` is `YYYY-MM`. */
    ingresosMensuales: z.array(z.object({ mes: z.string(), ingresos: z.int() })),
  })
  .meta({ id: 'Tablero' });
export type Tablero = z.infer<typeof tablero>;

export const periodo = z.enum(['MES', 'MES_ANTERIOR', '30_DIAS', '90_DIAS', 'ANO']);
export type Periodo = z.infer<typeof periodo>;

export const getTablero = endpoint({
  method: 'GET',
  path: '/api/reportes/tablero',
  acceso: 'reportes:leer',
  resumen: 'Ingresos, estudiantes activos y nuevos leads, contra el período anterior',
  query: z.strictObject({ periodo: periodo.optional() }),
  response: tablero,
});

export const inicio = z
  .object({
    /** From the start of today to seven days ahead, in local time. */
    talleresSemana: z.array(tallerItem),
    pagosEsperados: z.object({ items: z.array(cobroItem), cantidad: z.int(), saldo: z.int() }),
    nuevosLeads: z.object({ items: z.array(clienteItem), cantidad: z.int() }),
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
