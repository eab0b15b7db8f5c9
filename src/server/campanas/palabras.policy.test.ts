import { describe, expect, it } from 'vitest';
import type { Audiencia, FiltroAudiencia } from '#contract/campanas.ts';
import type { Condicion } from '#contract/condicion.ts';
import type { Nombres } from '../segmentos/hojas/palabras.policy.ts';
import { tellAudiencia } from './palabras.policy.ts';

const nombres: Nombres = {
  intereses: new Map([
    [1, 'Cerámica'],
    [2, 'Bordado'],
  ]),
  talleres: new Map([[7, 'Gres']]),
  cursos: new Map([[8, 'Esmaltes']]),
  productos: new Map(),
  empresas: new Map([[3, 'Los Aromos SpA']]),
  campanas: new Map(),
  usuarios: new Map(),
};
const tell = (audiencia: Audiencia) => tellAudiencia(audiencia, nombres);
const filtro = (value: FiltroAudiencia) => tell({ modo: 'FILTRO', filtro: value });

describe('an audience in words', () => {
  it('says each condition', () => {
    expect(
      filtro({ intereses: [1, 2], estado: ['CLIENTE'], noCompro: { talleres: [7], cursos: [8] } }),
    ).toBe(
      'Personas con interés en Cerámica o Bordado, de estado Cliente, que no compraron «Gres» o «Esmaltes».',
    );
    expect(filtro({ compro: { algo: true }, comuna: '13120', tipo: 'B2B' })).toBe(
      'Personas de empresas, de Ñuñoa, que compraron algo.',
    );
    expect(filtro({ actividadHasta: '2026-01-05', creadoDesde: '2025-03-01' })).toBe(
      'Personas registradas desde el 1 de marzo de 2025, sin actividad desde el 5 de enero de 2026.',
    );
    expect(filtro({ empresaId: 3, origen: ['REFERIDO'], q: 'ana' })).toBe(
      'Personas que llegaron por un referido, de Los Aromos SpA, que aparecen al buscar «ana».',
    );
  });

  it('is all people when nothing narrows it', () => {
    expect(filtro({})).toBe('Todas las personas.');
    expect(filtro({ intereses: [], compro: { talleres: [] } })).toBe('Todas las personas.');
  });

  it('says what is no longer there', () => {
    expect(filtro({ intereses: [99] })).toBe('Personas con interés en algo que ya no existe.');
    expect(tell({ modo: 'ASISTENTES', tallerId: 99 })).toBe(
      'Inscritos en un taller que ya no existe.',
    );
  });

  it('says a segment by its name and by what it says', () => {
    const audiencia: Audiencia = { modo: 'SEGMENTO', segmentoId: 5 };
    const condicion: Condicion = { y: [{ campo: 'tipo', es: 'B2B' }, { no: { campo: 'compra' } }] };
    expect(tellAudiencia(audiencia, nombres, { nombre: 'Por ganar', condicion })).toBe(
      'Segmento «Por ganar»: personas de empresas, que no compraron nada.',
    );
    expect(tellAudiencia(audiencia, nombres, { nombre: undefined, condicion })).toBe(
      'Un segmento que ya no existe: personas de empresas, que no compraron nada.',
    );
    expect(tell(audiencia)).toBe('Un segmento que ya no existe.');
  });

  it('counts those picked by hand once each', () => {
    expect(tell({ modo: 'CLIENTES', clientes: [5, 5] })).toBe('1 persona elegida a mano.');
    expect(tell({ modo: 'CLIENTES', clientes: Array.from({ length: 1200 }, (_, i) => i) })).toBe(
      '1.200 personas elegidas a mano.',
    );
  });

  it('says which seats of a taller', () => {
    expect(tell({ modo: 'ASISTENTES', tallerId: 7, estados: ['PAGADO', 'ABONADO'] })).toBe(
      'Inscritos en «Gres», con cupos pagados o con abono.',
    );
  });
});
