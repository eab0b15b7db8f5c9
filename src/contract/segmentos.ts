import { z } from 'zod';
import { clienteRef, estadoCliente } from './clientes.ts';
import { condicion } from './condicion.ts';
import { endpoint } from './endpoint.ts';
import { busqueda, listaDe, opcional, pagina, porId, texto, version } from './fields.ts';

export const segmentoItem = z
  .object({
    id: z.int(),
    nombre: z.string(),
    descripcion: z.string().nullable(),
    /** The condition as a sentence, with the names of what it speaks of. */
    frase: z.string(),
    creadoPor: z.string().nullable(),
    creadoEn: z.string(),
    actualizadoEn: z.string(),
  })
  .meta({ id: 'SegmentoItem' });
export type SegmentoItem = z.infer<typeof segmentoItem>;

export const segmento = segmentoItem
  .extend({
    condicion: z.unknown(),
    /** Campaigns that are still to go out and would use it. */
    campanas: z.array(z.object({ id: z.int(), nombre: z.string() })),
    version: z.int(),
    puede: z.object({ editar: z.boolean(), eliminar: z.boolean() }),
  })
  .meta({ id: 'Segmento' });
export type Segmento = z.infer<typeof segmento>;

const campos = z.strictObject({ nombre: texto(80), descripcion: opcional(texto(300)), condicion });

export const listSegmentos = endpoint({
  method: 'GET',
  path: '/api/segmentos',
  acceso: 'clientes:leer',
  resumen: 'Segmentos guardados, por nombre',
  query: z.strictObject({ q: busqueda.optional(), ...pagina }),
  response: listaDe(segmentoItem),
});

export const getSegmento = endpoint({
  method: 'GET',
  path: '/api/segmentos/:id',
  acceso: 'clientes:leer',
  resumen: 'Un segmento con su condición',
  params: porId,
  response: segmento,
});

export const createSegmento = endpoint({
  method: 'POST',
  path: '/api/segmentos',
  acceso: 'segmentos:escribir',
  resumen: 'Guardar un segmento',
  body: campos,
  idempotente: true,
  status: 201,
  response: segmento,
});

export const updateSegmento = endpoint({
  method: 'PATCH',
  path: '/api/segmentos/:id',
  acceso: 'segmentos:escribir',
  resumen: 'Cambiar un segmento',
  params: porId,
  body: campos.partial().extend({ version }),
  response: segmento,
});

export const deleteSegmento = endpoint({
  method: 'DELETE',
  path: '/api/segmentos/:id',
  acceso: 'segmentos:escribir',
  resumen: 'Eliminar un segmento que ninguna campaña por salir usa',
  params: porId,
});

/** Of a condition that need not be saved: how many, who they are like, and some of them. */
export const probarCondicion = endpoint({
  method: 'POST',
  path: '/api/segmentos/prueba',
  acceso: 'segmentos:escribir',
  resumen: 'Cuántas personas cumplen una condición, y algunas de ellas',
  body: z.strictObject({ condicion }),
  response: z
    .object({
      cantidad: z.int(),
      /** Of those, how many could get a promotional mail now. */
      conCorreo: z.int(),
      frase: z.string(),
      /** The newest of them. */
      muestra: z.array(
        clienteRef.extend({
          email: z.string().nullable(),
          estado: estadoCliente,
          creadoEn: z.string(),
        }),
      ),
    })
    .meta({ id: 'PruebaCondicion' }),
});
