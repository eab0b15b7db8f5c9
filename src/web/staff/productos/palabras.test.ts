import { describe, expect, it } from 'vitest';
import { conSigno, cuantosDisponibles, efectoDelConteo } from './palabras.ts';

describe('what a count will change', () => {
  const shelf = { stockActual: 8, porEntregar: 3 };

  it.each([
    [11, 'Coincide: no se moverá nada.', false],
    [9, 'Faltan 2: quedarán 6 disponibles.', false],
    [4, 'Faltan 7: quedará 1 disponible.', false],
    [1500, 'Sobran 1.489: quedarán 1.497 disponibles.', false],
  ])('counting %s of 11: %s', (contados, texto, malo) => {
    expect(efectoDelConteo(contados, shelf)).toEqual({ texto, malo });
  });

  it('is refused when fewer were counted than are promised', () => {
    const { texto, malo } = efectoDelConteo(2, shelf);
    expect(malo).toBe(true);
    expect(texto).toContain('los 3 vendidos por entregar');
  });
});

describe('figures', () => {
  it('say their sign and their number', () => {
    expect([conSigno(1200), conSigno(-3)]).toEqual(['+1.200', '−3']);
    expect([cuantosDisponibles(0), cuantosDisponibles(1)]).toEqual([
      '0 disponibles',
      '1 disponible',
    ]);
  });
});
