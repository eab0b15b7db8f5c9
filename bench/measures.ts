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
  next: (scene: Scene) => Call;
};

const get = (path: string): Call => ({ method: 'GET', path });
const random = (below: number) => Math.floor(Math.random() * below);

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
    key: 'detalle',
    title: 'Un cliente al azar',
    yardstick: 164,
    next: ({ clientes }) => get(`/api/clientes/${1 + random(clientes)}`),
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
