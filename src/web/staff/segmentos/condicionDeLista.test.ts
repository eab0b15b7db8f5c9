import { describe, expect, it } from 'vitest';
import { condicionDeLista } from './condicionDeLista.ts';

const yo = '0b6f6c3e-7d3c-4c1e-9f5e-1a2b3c4d5e6f';

describe('What the list of clientes shows, as conditions', () => {
  it('says each of its filters', () => {
    const search = {
      q: 'ana',
      estado: 'LEAD,PROSPECTO',
      tipo: 'B2C',
      interes: '1,2',
      origen: 'INSTAGRAM',
      comuna: '13120',
      empresa: '7',
      responsable: 'yo',
      creadoDesde: '2026-01-01',
      creadoHasta: '2026-06-30',
    };
    expect(condicionDeLista(search, yo)).toEqual([
      { campo: 'texto', contiene: 'ana' },
      { campo: 'estado', en: ['LEAD', 'PROSPECTO'] },
      { campo: 'tipo', es: 'B2C' },
      { campo: 'interes', modo: 'ALGUNO', intereses: [1, 2] },
      { campo: 'origen', en: ['INSTAGRAM'] },
      { campo: 'comuna', en: ['13120'] },
      { campo: 'empresa', empresas: [7] },
      { campo: 'responsable', en: [yo] },
      { campo: 'capturado', cuando: { desde: '2026-01-01', hasta: '2026-06-30' } },
    ]);
  });

  it('knows who is in charge of nobody', () => {
    expect(condicionDeLista({ responsable: 'nadie' }, yo)).toEqual([
      { campo: 'responsable', en: [null] },
    ]);
  });

  it('leaves out what the address says wrongly', () => {
    const search = { estado: 'OTRO', empresa: 'x', interes: '', creadoDesde: 'ayer', orden: 'a' };
    expect(condicionDeLista(search, yo)).toEqual([]);
  });
});
