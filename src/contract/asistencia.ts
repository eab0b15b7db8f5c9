import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { estadoPago } from './cobros.ts';
import { endpoint } from './endpoint.ts';
import { id, porId, texto } from './fields.ts';

export const estadoAsistencia = z.enum(['PRESENTE', 'AUSENTE']);
export type EstadoAsistencia = z.infer<typeof estadoAsistencia>;

/** A seat of the roll. */
export const puesto = z
  .object({
    inscripcionId: z.int(),
    puesto: z.int(),
    /** Who sits there: the attendee named for it, or the buyer. */
    nombre: z.string(),
    /** The seat has a name of its own. */
    nombrado: z.boolean(),
    cliente: clienteRef.extend({ telefono: z.string().nullable() }),
    cobroId: z.int(),
    codigo: z.string(),
    /** The Cobro's state, or ANULADO when the line is. */
    estado: estadoPago,
    saldo: z.int(),
    asistencia: estadoAsistencia.nullable(),
    via: z.enum(['LISTA', 'QR']).nullable(),
    marcadaEn: z.string().nullable(),
    marcadaPor: z.string().nullable(),
    /** Kits of the same sale still to be handed over. */
    kitsPorEntregar: z.int(),
  })
  .meta({ id: 'Puesto' });
export type Puesto = z.infer<typeof puesto>;

export const getAsistencia = endpoint({
  method: 'GET',
  path: '/api/talleres/:id/asistencia',
  acceso: 'talleres:leer',
  resumen: 'La lista de un taller, puesto por puesto',
  params: porId,
  response: z.object({
    puestos: z.array(puesto),
    presentes: z.int(),
    ausentes: z.int(),
    sinMarcar: z.int(),
    /** From a day before it begins. */
    abierta: z.boolean(),
    abreEn: z.string(),
  }),
});

export const setAsistencia = endpoint({
  method: 'PUT',
  path: '/api/talleres/:id/asistencia',
  acceso: 'asistencia:escribir',
  resumen: 'Marcar presente o ausente un puesto; null lo deja sin marcar',
  params: porId,
  body: z.strictObject({
    inscripcionId: id,
    puesto: z.int().min(1).max(200),
    asistencia: estadoAsistencia.nullable(),
  }),
  response: puesto,
});

export const resultadoEscaneo = z.enum([
  'REGISTRADA',
  'YA_REGISTRADA',
  'IMPAGA',
  'ANULADA',
  'OTRO_TALLER',
  'FUERA_DE_FECHA',
]);
export type ResultadoEscaneo = z.infer<typeof resultadoEscaneo>;

export const escanear = endpoint({
  method: 'POST',
  path: '/api/asistencia/escaneo',
  acceso: 'asistencia:escribir',
  resumen:
    'Registrar la llegada por el código QR; quien debe no se registra salvo con `aunqueDeba`',
  body: z.strictObject({
    /** What the QR holds: the address of the staff app that ends in it, or the code alone. */
    codigo: texto(300),
    /** The workshop at whose door one scans; one of another is told apart. */
    tallerId: id.optional(),
    aunqueDeba: z.boolean().optional(),
  }),
  response: z.object({
    resultado: resultadoEscaneo,
    puesto,
    taller: z.object({
      id: z.int(),
      titulo: z.string(),
      iniciaEn: z.string(),
      zona: z.string(),
    }),
  }),
});

/** What the QR of a seat says: opened by any phone's camera, it leads staff to the scan of that seat. */
export function codigoDePuesto(codigo: string, inscripcionId: number, puesto: number): string {
  return `${codigo}.${inscripcionId}.${puesto}`;
}

export const rutaDeEscaneo = '/app/asistencia/';
