import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desglosar, formatPesos, MAX_PESOS, parsePesos } from './money.ts';

describe('pesos', () => {
  it.each([
    ['$ 25.000', 25_000],
    ['25.000', 25_000],
    ['25000', 25_000],
    ['25.000,00', 25_000],
    ['25.000,0', 25_000],
    ['$25.000.-', 25_000],
    ['$25.000 .-', 25_000],
    ['25 mil', 25_000],
    ['$25 mil pesos', 25_000],
    ['CLP 25.000', 25_000],
    ['25.000 CLP', 25_000],
    ['25.000 pesos', 25_000],
    ['\u00a0$\u00a025.000 ', 25_000],
    ['1.250.000', 1_250_000],
    ['gratis', 0],
    ['Gratis', 0],
    ['0', 0],
    ['$0', 0],
  ])('reads %j', (text, amount) => {
    expect(parsePesos(text)).toBe(amount);
  });

  it.each([
    '',
    '$',
    'mil',
    '-3',
    '-$3',
    '2.5.0',
    '2.5',
    '25,50',
    '25,000',
    '25.00',
    '25.0000',
    '1.25.000',
    '25.000,',
    '2,5 mil',
    '1.250 mil',
    '1e5',
    '0x10',
    'veinte',
    '25 000 mil pesos gratis',
    '99999999999999999999',
  ])('does not guess %j', (text) => {
    expect(parsePesos(text)).toBeUndefined();
  });

  it('reads back what it shows, for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_PESOS }), (amount) => {
        expect(parsePesos(formatPesos(amount))).toBe(amount);
        expect(parsePesos(String(amount))).toBe(amount);
      }),
    );
    expect(formatPesos(25_000)).toBe('$25.000');
    expect(formatPesos(1_000)).toBe('$1.000');
    expect(formatPesos(-500)).toBe('-$500');
    expect(formatPesos(0)).toBe('$0');
  });

  it('splits a gross line into whole pesos that add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_PESOS }), fc.boolean(), (bruto, afecto) => {
        const { neto, iva, exento } = desglosar(bruto, afecto);
        expect(neto + iva + exento).toBe(bruto);
        expect([neto, iva, exento].every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
        expect(afecto ? exento : neto + iva).toBe(0);
      }),
    );
    expect(desglosar(11_900, true)).toEqual({ neto: 10_000, iva: 1_900, exento: 0 });
    expect(desglosar(9_990, true)).toEqual({ neto: 8_395, iva: 1_595, exento: 0 });
    expect(desglosar(9_990, false)).toEqual({ neto: 0, iva: 0, exento: 9_990 });
  });
});
