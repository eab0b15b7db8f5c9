import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { endpoint } from './endpoint.ts';
import { cantidad, id, porId, slug } from './fields.ts';
import { inscripcionPublicaCampos, reservaPublica } from './publico.ts';
import { modalidad } from './talleres.ts';

export const MAX_CUPOS_ESPERA = 10;
export const estadoEspera = z.enum([
  'ESPERANDO',
  'OFRECIDA',
  'ACEPTADA',
  'VENCIDA',
  'RETIRADA',
  'CERRADA',
]);
export type EstadoEspera = z.infer<typeof estadoEspera>;

/** One who waits for a Taller, as staff sees it. */
export const espera = z
  .object({
    id: z.int(),
    tallerId: z.int(),
    cliente: clienteRef.extend({ email: z.string().nullable(), telefono: z.string().nullable() }),
    cantidad: z.int(),
    /** Place among those who still wait, from 1; null for the others. */
    lugar: z.int().nullable(),
    estado: estadoEspera,
    canal: z.enum(['WEB', 'STAFF']),
    ofertaVenceEn: z.string().nullable(),
    /** Absolute address of the person's page, to be sent to them; null for roles that send nothing. */
    enlace: z.string().nullable(),
    cobroId: z.int().nullable(),
    creadoEn: z.string(),
    puede: z.object({ ofrecer: z.boolean(), quitar: z.boolean() }),
  })
  .meta({ id: 'Espera' });
export type Espera = z.infer<typeof espera>;

export const listEspera = endpoint({
  method: 'GET',
  path: '/api/talleres/:id/espera',
  acceso: 'talleres:leer',
  resumen: 'La lista de espera de un taller, en su orden; con `todas`, también las resueltas',
  params: porId,
  query: z.strictObject({ todas: z.enum(['SI']).optional() }),
  response: z.object({
    items: z.array(espera),
    /** People and seats that still wait or have an offer. */
    personas: z.int(),
    cupos: z.int(),
  }),
});

export const joinEspera = endpoint({
  method: 'POST',
  path: '/api/talleres/:id/espera',
  acceso: 'ventas:escribir',
  resumen: 'Anotar a un cliente en la lista de espera',
  params: porId,
  body: z.strictObject({ clienteId: id, cantidad: cantidad(MAX_CUPOS_ESPERA) }),
  status: 201,
  response: espera,
});

export const offerEspera = endpoint({
  method: 'POST',
  path: '/api/espera/:id/oferta',
  acceso: 'ventas:escribir',
  resumen: 'Ofrecer ahora sus cupos a una persona que espera, fuera de turno',
  params: porId,
  response: espera,
});

export const removeEspera = endpoint({
  method: 'DELETE',
  path: '/api/espera/:id',
  acceso: 'ventas:escribir',
  resumen: 'Quitar a una persona de la lista de espera; su oferta pasa a la siguiente',
  params: porId,
  response: espera,
});

/** One's own place in the waitlist, for whoever holds its link. */
export const esperaPublica = z
  .object({
    codigo: z.string(),
    estado: estadoEspera,
    cantidad: z.int(),
    lugar: z.int().nullable(),
    ofertaVenceEn: z.string().nullable(),
    /** How long the seats are held to be paid, once accepted. */
    horasReserva: z.int(),
    total: z.int(),
    /** The reservation that came of it. */
    reserva: z.string().nullable(),
    taller: z.object({
      slug: z.string(),
      titulo: z.string(),
      modalidad,
      lugar: z.string().nullable(),
      comuna: z.string().nullable(),
      iniciaEn: z.string(),
      terminaEn: z.string(),
      zona: z.string(),
    }),
  })
  .meta({ id: 'EsperaPublica' });
export type EsperaPublica = z.infer<typeof esperaPublica>;

const porCodigo = z.strictObject({ codigo: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) });

export const joinEsperaPublica = endpoint({
  method: 'POST',
  path: '/api/publico/talleres/:slug/espera',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Anotarse en la lista de espera de un taller completo',
  params: z.strictObject({ slug }),
  body: inscripcionPublicaCampos.omit({ productos: true }),
  idempotente: true,
  status: 201,
  response: esperaPublica,
});

export const getEsperaPublica = endpoint({
  method: 'GET',
  path: '/api/publico/espera/:codigo',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Mi lugar en la lista de espera, o mi oferta',
  params: porCodigo,
  response: esperaPublica,
});

export const acceptOferta = endpoint({
  method: 'POST',
  path: '/api/publico/espera/:codigo/aceptacion',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Aceptar los cupos ofrecidos: quedan reservados para pagarlos',
  params: porCodigo,
  status: 201,
  response: reservaPublica,
});

export const leaveEspera = endpoint({
  method: 'DELETE',
  path: '/api/publico/espera/:codigo',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Salir de la lista de espera, o dejar pasar la oferta',
  params: porCodigo,
  response: esperaPublica,
});
