import { describe, expect, it } from 'vitest';
import type { Condicion, Hoja } from '#contract/condicion.ts';
import { tellCondicion } from './frase.policy.ts';

const ana = '00000000-0000-4000-8000-000000000001';
const nombres = {
  intereses: new Map([
    [1, 'Cerámica'],
    [2, 'Bordado'],
  ]),
  talleres: new Map([[7, 'Gres']]),
  cursos: new Map([[8, 'Esmaltes']]),
  productos: new Map([[9, 'Kit de gres']]),
  empresas: new Map([[3, 'Los Aromos SpA']]),
  campanas: new Map([[4, 'Primavera']]),
  usuarios: new Map([[ana, 'Ana Rojas']]),
};
const tell = (condicion: Condicion) => tellCondicion(condicion, nombres);

const hojas: [Hoja, string, string][] = [
  [
    { campo: 'texto', contiene: 'ana' },
    'que aparecen al buscar «ana»',
    'que no aparecen al buscar «ana»',
  ],
  [
    { campo: 'estado', en: ['LEAD', 'CLIENTE'] },
    'de estado Lead o Cliente',
    'que no son de estado Lead o Cliente',
  ],
  [{ campo: 'tipo', es: 'B2B' }, 'de empresas', 'particulares'],
  [
    { campo: 'interes', modo: 'TODOS', intereses: [1, 2] },
    'con interés en Cerámica y Bordado',
    'sin interés en Cerámica y Bordado',
  ],
  [
    { campo: 'origen', en: ['REFERIDO'] },
    'que llegaron por un referido',
    'que no llegaron por un referido',
  ],
  [
    { campo: 'utm', parte: 'utmCampaign', contiene: 'verano' },
    'cuya campaña (utm_campaign) contiene «verano»',
    'cuya campaña (utm_campaign) no contiene «verano»',
  ],
  [{ campo: 'comuna', en: ['13120'] }, 'de Ñuñoa', 'que no son de Ñuñoa'],
  [
    { campo: 'region', en: ['05', '13'] },
    'de la región Valparaíso o la región Metropolitana de Santiago',
    'que no son de la región Valparaíso o la región Metropolitana de Santiago',
  ],
  [
    { campo: 'empresa', empresas: [3, 99] },
    'de Los Aromos SpA o una empresa que ya no existe',
    'que no son de Los Aromos SpA o una empresa que ya no existe',
  ],
  [
    { campo: 'responsable', en: [ana, null] },
    'a cargo de Ana Rojas o nadie',
    'que no están a cargo de Ana Rojas o nadie',
  ],
  [{ campo: 'responsable', en: [null] }, 'sin responsable', 'con responsable'],
  [{ campo: 'tiene', dato: 'telefono' }, 'con teléfono', 'sin teléfono'],
  [
    { campo: 'capturado', cuando: { desde: '2026-01-05', hasta: '2026-02-01' } },
    'registradas entre el 5 de enero de 2026 y el 1 de febrero de 2026',
    'que no se registraron entre el 5 de enero de 2026 y el 1 de febrero de 2026',
  ],
  [
    { campo: 'cumpleanos', meses: [3, 4] },
    'que cumplen años en marzo o abril',
    'que no cumplen años en marzo o abril',
  ],
  [{ campo: 'edad', min: 18, max: 30 }, 'de 18 a 30 años', 'que no tienen 18 a 30 años'],
  [
    { campo: 'recibeNovedades' },
    'que reciben novedades por correo',
    'que no reciben novedades por correo',
  ],
  [
    { campo: 'actividad', cuando: { ultimosDias: 90 } },
    'con actividad en los últimos 90 días',
    'sin actividad en los últimos 90 días',
  ],
  [
    { campo: 'actividad', cuando: { haceMasDeDias: 180 } },
    'con su última actividad hace más de 180 días',
    'que no tuvieron su última actividad hace más de 180 días',
  ],
  [
    {
      campo: 'compra',
      de: { talleres: [7], cursos: [8], intereses: [2] },
      estados: ['PAGADO'],
      cuando: { ultimosDias: 1 },
      veces: { min: 2 },
    },
    'que compraron «Gres», «Esmaltes» o algo de Bordado con pago completo hoy al menos 2 veces',
    'que no compraron «Gres», «Esmaltes» o algo de Bordado con pago completo hoy al menos 2 veces',
  ],
  [{ campo: 'compra' }, 'que compraron algo', 'que no compraron nada'],
  [
    { campo: 'compra', de: { clases: ['TALLER', 'CURSO'] }, veces: { min: 1, max: 1 } },
    'que compraron talleres o cursos 1 vez',
    'que no compraron talleres o cursos 1 vez',
  ],
  [
    { campo: 'gasto', min: 50_000, cuando: { desde: '2026-01-01' } },
    'que han pagado al menos $50.000 desde el 1 de enero de 2026',
    'que no han pagado al menos $50.000 desde el 1 de enero de 2026',
  ],
  [
    { campo: 'saldo', min: 1, max: 20_000 },
    'que deben entre $1 y $20.000',
    'que no deben entre $1 y $20.000',
  ],
  [{ campo: 'saldo', min: 1 }, 'que deben algo', 'que no deben nada'],
  [
    { campo: 'asistencia', estado: 'AUSENTE' },
    'que faltaron a algún taller',
    'que no faltaron a ningún taller',
  ],
  [
    { campo: 'espera', talleres: [7] },
    'en lista de espera de «Gres»',
    'que no están en lista de espera de «Gres»',
  ],
  [
    { campo: 'resena', min: 4 },
    'que dejaron una reseña de al menos 4 estrellas',
    'que no dejaron una reseña de al menos 4 estrellas',
  ],
  [
    { campo: 'contacto', tipos: ['LLAMADA'], resultados: ['INTERESADO'] },
    'contactadas por llamada con resultado interesado',
    'que no fueron contactadas por llamada con resultado interesado',
  ],
  [
    { campo: 'correo', evento: 'ABIERTO', campanas: [4] },
    'que abrieron «Primavera»',
    'que no abrieron «Primavera»',
  ],
  [
    { campo: 'correo', evento: 'REBOTADO', cuando: { ultimosDias: 30 } },
    'a quienes les rebotó algún correo en los últimos 30 días',
    'a quienes no les rebotó ningún correo en los últimos 30 días',
  ],
];

describe('a condition in words', () => {
  it.each(hojas)('%j', (hoja, si, no) => {
    expect(tell(hoja)).toBe(`Personas ${si}.`);
    expect(tell({ no: hoja })).toBe(`Personas ${no}.`);
  });

  const cliente: Condicion = { campo: 'estado', en: ['CLIENTE'] };
  const empresa: Condicion = { campo: 'tipo', es: 'B2B' };
  const correo: Condicion = { campo: 'tiene', dato: 'email' };

  it('joins them as they are meant', () => {
    expect(tell({ y: [cliente, empresa] })).toBe('Personas de estado Cliente, de empresas.');
    expect(tell({ o: [cliente, empresa] })).toBe('Personas de estado Cliente o de empresas.');
    expect(tell({ y: [correo, { o: [cliente, empresa] }] })).toBe(
      'Personas con correo y que son de estado Cliente o son de empresas.',
    );
    expect(tell({ o: [correo, { y: [cliente, empresa] }] })).toBe(
      'Personas con correo o (de estado Cliente y de empresas).',
    );
    expect(tell({ y: [correo, { no: { y: [cliente, empresa] } }] })).toBe(
      'Personas con correo, excepto las (de estado Cliente y de empresas).',
    );
  });

  it('tells a choice among others without brackets, and with them where it would be read wrongly', () => {
    const novedades: Condicion = { campo: 'recibeNovedades' };
    const telefono: Condicion = { campo: 'tiene', dato: 'telefono' };
    const eleccion: Condicion = { o: [novedades, { no: telefono }] };
    expect(tell({ y: [{ o: [novedades, telefono] }, cliente] })).toBe(
      'Personas de estado Cliente y que reciben novedades por correo o tienen teléfono.',
    );
    expect(tell({ y: [{ no: { y: [correo, empresa] } }, eleccion, cliente] })).toBe(
      'Personas de estado Cliente y que reciben novedades por correo o no tienen teléfono, excepto las (con correo y de empresas).',
    );
    expect(tell({ y: [cliente, eleccion, { o: [correo, empresa] }] })).toBe(
      'Personas de estado Cliente y (que reciben novedades por correo o sin teléfono) y (con correo o de empresas).',
    );
    expect(tell({ y: [cliente, { o: [correo, { y: [empresa, telefono] }] }] })).toBe(
      'Personas de estado Cliente y (con correo o (de empresas y con teléfono)).',
    );
  });

  it('leaves out groups that say nothing of their own', () => {
    expect(tell({ y: [{ y: [cliente] }, { o: [{ y: [empresa] }] }] })).toBe(
      'Personas de estado Cliente, de empresas.',
    );
    expect(tell({ no: { no: cliente } })).toBe('Personas de estado Cliente.');
    expect(tell({ y: [] })).toBe('Todas las personas.');
    expect(tell({ no: { y: [] } })).toBe('Ninguna persona.');
  });
});
