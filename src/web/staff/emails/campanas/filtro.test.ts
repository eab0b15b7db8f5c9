import { describe, expect, it } from 'vitest';
import { audienciaInicial, filtroDeLista, sinVacios } from './filtro.ts';

describe('the audience of a list of clientes', () => {
  it('is what the list filters by', () => {
    expect(
      filtroDeLista({
        q: 'ana',
        estado: 'LEAD,CLIENTE',
        interes: '3,7',
        origen: 'INSTAGRAM',
        empresa: '12',
        creadoDesde: '2026-01-01',
        orden: 'apellidos',
      }),
    ).toEqual({
      q: 'ana',
      estado: ['LEAD', 'CLIENTE'],
      intereses: [3, 7],
      origen: ['INSTAGRAM'],
      empresaId: 12,
      creadoDesde: '2026-01-01',
    });
  });

  it('leaves out what the address says wrongly', () => {
    expect(
      filtroDeLista({ estado: 'NADA', interes: 'x', creadoHasta: 'ayer', tipo: 'B2C' }),
    ).toEqual({ tipo: 'B2C' });
  });
});

describe('the audience a new campaign begins with', () => {
  it('is the people chosen before, then the workshop, then the filter, then all', () => {
    const chosen = { modo: 'CLIENTES', clientes: [1, 2] };
    expect(audienciaInicial({ taller: '4' }, chosen)).toEqual(chosen);
    expect(audienciaInicial({ taller: '4' }, undefined)).toEqual({
      modo: 'ASISTENTES',
      tallerId: 4,
    });
    expect(audienciaInicial({ tipo: 'B2B' }, { modo: 'CLIENTES', clientes: [] })).toEqual({
      modo: 'FILTRO',
      filtro: { tipo: 'B2B' },
    });
    expect(audienciaInicial({ taller: 'x' }, null)).toEqual({ modo: 'FILTRO', filtro: {} });
  });
});

describe('a filter without what says nothing', () => {
  it('keeps only what narrows', () => {
    expect(
      sinVacios({
        q: '',
        estado: [],
        intereses: [1],
        compro: { talleres: [], algo: false },
        noCompro: { algo: true, cursos: [] },
      }),
    ).toEqual({ intereses: [1], noCompro: { algo: true } });
  });
});
