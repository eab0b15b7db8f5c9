import { describe, expect, it } from 'vitest';
import { avance, avanceEnPalabras } from './palabras.ts';
import { conMuestra, faltaEnPalabras, ritmo, ritmoEnPalabras } from './ritmo.ts';

const nada = {
  total: 0,
  enCola: 0,
  enviados: 0,
  locales: 0,
  fallidos: 0,
  suprimidos: 0,
  cancelados: 0,
  inciertos: 0,
};

describe('how far a campaign went', () => {
  it('counts what failed as settled', () => {
    const progreso = { ...nada, total: 10, enCola: 4, enviados: 5, fallidos: 1 };
    expect(avance(progreso)).toEqual({ hechos: 6, porcentaje: 60 });
    expect(avanceEnPalabras(progreso)).toBe('5 de 10 enviados · 60 %');
  });

  it('is not 100 until all is settled', () => {
    expect(avance({ ...nada, total: 10_000, enCola: 1, enviados: 9999 }).porcentaje).toBe(99);
    expect(avance(nada).porcentaje).toBe(0);
  });

  it('never calls sent what was kept here', () => {
    expect(avanceEnPalabras({ ...nada, total: 1200, locales: 1200 })).toBe(
      '1.200 de 1.200 guardados aquí',
    );
    expect(avanceEnPalabras({ ...nada, total: 3, locales: 1, enviados: 2 })).toBe(
      '2 de 3 enviados · 1 guardado aquí',
    );
  });
});

describe('the pace of a campaign', () => {
  it('is measured over the last half minute', () => {
    const first = [
      { en: 0, hechos: 0 },
      { en: 10_000, hechos: 1000 },
    ];
    expect(ritmo(first)).toBe(100);
    const slower = conMuestra(conMuestra(first, { en: 40_000, hechos: 1300 }), {
      en: 45_000,
      hechos: 1350,
    });
    expect(slower[0]).toEqual({ en: 10_000, hechos: 1000 });
    expect(ritmo(slower)).toBe(10);
  });

  it('is unknown while nothing moves', () => {
    expect(ritmo([])).toBeUndefined();
    expect(ritmo([{ en: 0, hechos: 5 }])).toBeUndefined();
    expect(
      ritmo([
        { en: 0, hechos: 5 },
        { en: 9000, hechos: 5 },
      ]),
    ).toBeUndefined();
  });

  it('is told in words', () => {
    expect(ritmoEnPalabras(14.2)).toBe('14 por segundo');
    expect(ritmoEnPalabras(0.5)).toBe('30 por minuto');
    expect(ritmoEnPalabras(0.001)).toBe('1 por minuto');
    expect(faltaEnPalabras(100, 14)).toBe('menos de un minuto');
    expect(faltaEnPalabras(4200, 14)).toBe('unos 5 minutos');
    expect(faltaEnPalabras(100_000, 14)).toBe('unas 2 horas');
  });
});
