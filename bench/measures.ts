import type { Condicion } from '#contract/condicion.ts';
import { encodeCursor } from '../src/server/core/http/cursor.ts';
import type { Call } from './load.ts';
import type { Surtido } from './session.ts';

export type Scene = {
  clientes: number;
  hot: string;
  spread: readonly string[];
  surtido: Surtido;
  /** A number no other request of this run gets. */
  unique: () => number;
};

export type Measure = {
  key: string;
  title: string;
  /** The same in Django + DRF + gunicorn, requests/s, 100,000 clientes, 16 connections. */
  yardstick?: number;
  /** Enrolments arrive at this rate while it is measured, so that no answer may be remembered. */
  enrolmentsPerSecond?: number;
  /** With this many connections whatever was asked for: of what one user may only ask one at a time. */
  connections?: number;
  next: (scene: Scene) => Call;
};

const get = (path: string): Call => ({ method: 'GET', path });
const random = (below: number) => Math.floor(Math.random() * below);
const DAY_MS = 86_400_000;

/** A page from anywhere in the two years that the sample spans. */
function deepPage(clientes: number): Call {
  const at = new Date(Date.now() - random(720 * DAY_MS)).toISOString();
  const cursor = encodeCursor('-creadoEn', [at, random(clientes)]);
  return get(`/api/clientes?cursor=${cursor}`);
}

const apellidos = ['gonzalez', 'munoz', 'rojas', 'diaz', 'perez', 'soto', 'contreras', 'silva'];
const nombres = ['camila', 'maria', 'sofia', 'jose', 'juan', 'valentina', 'martin', 'diego'];
const one = (list: readonly string[]) => list[random(list.length)];

/** Who lives there, bought lately and opened no mail: what a campaign is written for. */
const segmento: Condicion = {
  y: [
    { campo: 'estado', en: ['CLIENTE'] },
    { campo: 'region', en: ['13'] },
    { campo: 'compra', de: { clases: ['TALLER'] }, cuando: { ultimosDias: 365 } },
    { no: { campo: 'correo', evento: 'ABIERTO', cuando: { ultimosDias: 180 } } },
  ],
};

export function enrolment(slug: string, unique: number): Call {
  return {
    method: 'POST',
    path: `/api/publico/talleres/${slug}/inscripciones`,
    body: {
      nombres: 'Persona',
      apellidos: `De Medición ${unique}`,
      email: `medicion${unique}@ejemplo.cl`,
      telefono: `+569${10_000_000 + (unique % 90_000_000)}`,
      cantidad: 1,
    },
  };
}

export const measures: readonly Measure[] = [
  { key: 'lista', title: 'Lista de clientes', yardstick: 104, next: () => get('/api/clientes') },
  {
    key: 'maria',
    title: 'Buscar «maria»',
    yardstick: 65,
    next: () => get('/api/clientes?q=maria'),
  },
  {
    key: 'munoz',
    title: 'Buscar «munoz»',
    yardstick: 65,
    next: () => get('/api/clientes?q=munoz'),
  },
  {
    key: 'fono',
    title: 'Buscar 5 dígitos de un teléfono',
    yardstick: 65,
    next: () => get(`/api/clientes?q=${10_000 + random(90_000)}`),
  },
  {
    key: 'pagina-honda',
    title: 'Lista, una página al azar',
    yardstick: 104,
    next: ({ clientes }) => deepPage(clientes),
  },
  {
    key: 'dos-palabras',
    title: 'Buscar nombre y apellido al azar',
    yardstick: 65,
    next: () => get(`/api/clientes?q=${one(nombres)}+${one(apellidos)}`),
  },
  {
    key: 'email',
    title: 'Buscar el comienzo de un correo',
    yardstick: 65,
    next: () => get(`/api/clientes?q=${one(nombres)}.${one(apellidos)}${random(30)}`),
  },
  {
    key: 'detalle',
    title: 'Un cliente al azar',
    yardstick: 164,
    next: ({ clientes }) => get(`/api/clientes/${1 + random(clientes)}`),
  },
  {
    key: 'bitacora',
    title: 'La línea de tiempo de un cliente al azar',
    next: ({ clientes }) => get(`/api/clientes/${1 + random(clientes)}/bitacora`),
  },
  {
    key: 'segmento',
    title: 'Contar un segmento de cuatro condiciones',
    connections: 1,
    next: () => ({ method: 'POST', path: '/api/segmentos/prueba', body: { condicion: segmento } }),
  },
  {
    key: 'inicio',
    title: 'Inicio, sin ventas entretanto',
    yardstick: 19,
    next: () => get('/api/reportes/inicio'),
  },
  {
    key: 'inicio-vivo',
    title: 'Inicio, con 10 inscripciones/s',
    yardstick: 19,
    enrolmentsPerSecond: 10,
    next: () => get('/api/reportes/inicio'),
  },
  {
    key: 'tablero',
    title: 'Tablero, sin ventas entretanto',
    yardstick: 19,
    next: () => get('/api/reportes/tablero'),
  },
  {
    key: 'tablero-vivo',
    title: 'Tablero, con 10 inscripciones/s',
    yardstick: 19,
    enrolmentsPerSecond: 10,
    next: () => get('/api/reportes/tablero'),
  },
  {
    key: 'lista-viva',
    title: 'Lista, con 10 inscripciones/s',
    yardstick: 104,
    enrolmentsPerSecond: 10,
    next: () => get('/api/clientes'),
  },
  {
    key: 'maria-viva',
    title: 'Buscar «maria», con 10 inscripciones/s',
    yardstick: 65,
    enrolmentsPerSecond: 10,
    next: () => get('/api/clientes?q=maria'),
  },
  {
    key: 'un-taller',
    title: 'Inscripciones en un mismo taller',
    yardstick: 242,
    next: ({ hot, unique }) => enrolment(hot, unique()),
  },
  {
    key: 'cien-talleres',
    title: 'Inscripciones en cien talleres',
    yardstick: 310,
    next: ({ spread, unique }) => enrolment(spread[random(spread.length)] as string, unique()),
  },
  {
    key: 'venta-mixta',
    title: 'Ventas de 4 líneas: taller, curso y dos kits',
    next: ({ clientes, surtido, unique }) => ({
      method: 'POST',
      path: '/api/ventas',
      body: {
        clienteId: 1 + (unique() % clientes),
        lineas: [
          { tipo: 'TALLER', tallerId: surtido.tallerId, cantidad: 1 },
          { tipo: 'CURSO', cursoId: surtido.cursoId },
          ...surtido.productoIds.map((productoId) => ({
            tipo: 'PRODUCTO',
            productoId,
            cantidad: 1,
          })),
        ],
      },
    }),
  },
];
