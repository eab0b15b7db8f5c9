import { comunas } from '#contract/comunas.ts';
import { type Weighted, weighted } from './random.ts';

const heavy: Record<string, number> = {
  '13120': 9, // Ñuñoa
  '13123': 9, // Providencia
  '13101': 7, // Santiago
  '13114': 7, // Las Condes
  '13110': 5, // La Florida
  '13119': 5, // Maipú
  '13201': 4, // Puente Alto
  '13122': 4, // Peñalolén
  '13113': 4, // La Reina
  '13132': 3, // Vitacura
  '13130': 3, // San Miguel
  '13118': 3, // Macul
  '13127': 2, // Recoleta
  '13108': 2, // Independencia
  '13125': 2, // Quilicura
  '13401': 2, // San Bernardo
  '13126': 2, // Quinta Normal
  '13106': 2, // Estación Central
  '05109': 7, // Viña del Mar
  '05101': 5, // Valparaíso
  '05801': 2, // Quilpué
  '05103': 2, // Concón
  '05804': 1.5, // Villa Alemana
  '14101': 4, // Valdivia
  '08101': 2, // Concepción
  '09101': 1.5, // Temuco
  '10101': 1, // Puerto Montt
  '04101': 1, // La Serena
};

/** Comuna codes as the people who come live: mostly in Santiago and on the coast of Valparaíso. */
export const pickComuna: Weighted<string> = weighted(
  comunas.map(({ codigo }): [string, number] => [
    codigo,
    heavy[codigo] ?? (codigo.startsWith('13') ? 0.35 : 0.06),
  ]),
);

export type Lugar = { lugar: string; direccion: string; comuna: string };

/** The studios of the invented school, Santiago first. */
export const lugares: readonly Lugar[] = [
  { lugar: 'Taller Ñuñoa', direccion: 'Pasaje Los Alfareros 1243, casa B', comuna: '13120' },
  { lugar: 'Taller Barrio Italia', direccion: 'Calle del Torno 874, patio 3', comuna: '13123' },
  { lugar: 'Casa Yungay', direccion: 'Pasaje El Telar 312', comuna: '13101' },
  { lugar: 'Taller Cerro Alegre', direccion: 'Subida Las Gubias 58', comuna: '05101' },
  { lugar: 'Estudio Viña', direccion: '7 Poniente 431, local 2', comuna: '05109' },
  { lugar: 'Galpón Valdivia', direccion: 'Calle Los Castaños 265, galpón 4', comuna: '14101' },
];
