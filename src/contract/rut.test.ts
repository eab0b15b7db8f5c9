import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRut, parseRut } from './rut.ts';

/** The check digit by the rule itself: right to left × 2..7 cyclic, 11 − (sum mod 11). */
function checkDigit(body: number): string {
  const sum = [...String(body)]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  const rest = 11 - (sum % 11);
  return rest === 11 ? '0' : rest === 10 ? 'K' : String(rest);
}

describe('RUT', () => {
  it.each([
    '12.345.678-5',
    '12345678-5',
    '123456785',
    ' 12 345 678 - 5 ',
    '12.345.678–5',
    '12.345.678—5',
    '12.345.678−5',
    '012.345.678-5',
    '12\u00a0345\u00a0678-5',
    '\u200b12345678-5',
  ])('cleans %j', (text) => {
    expect(parseRut(text)).toBe('12345678-5');
  });

  it('takes a small k, and the digit 0', () => {
    expect(parseRut('10.000.013-k')).toBe('10000013-K');
    expect(checkDigit(10_000_013)).toBe('K');
    expect(parseRut('10.000.004-0')).toBe('10000004-0');
  });

  it.each([
    '',
    '-',
    'k',
    '12.345.678-6',
    '12345678-K',
    '1-9',
    '123456789012-5',
    '12.345.678-5x',
    'abc',
  ])('refuses %j', (text) => {
    expect(parseRut(text)).toBeUndefined();
  });

  it('accepts exactly the right check digit of every body, however it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 99_999_999 }),
        fc.constantFrom(...'0123456789K'),
        (body, digit) => {
          const stored = `${body}-${digit}`;
          const expected = checkDigit(body) === digit ? stored : undefined;
          expect(parseRut(stored)).toBe(expected);
          expect(parseRut(formatRut(stored))).toBe(expected);
          expect(parseRut(`${body}${digit}`.toLowerCase())).toBe(expected);
        },
      ),
    );
  });

  it('is shown with dots', () => {
    expect(formatRut('12345678-5')).toBe('12.345.678-5');
    expect(formatRut('999999-K')).toBe('999.999-K');
  });
});
