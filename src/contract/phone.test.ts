import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, parsePhone, suggestPhone, whatsappLink } from './phone.ts';

describe('phones', () => {
  it.each([
    '9 8765 4321',
    '987654321',
    '+56 9 8765 4321',
    '+56987654321',
    '0056 9 8765 4321',
    '56 9 87654321',
    '(9) 8765-4321',
    '+56\u00a09\u00a08765\u00a04321',
    '9.8765.4321',
    '\u200b987654321',
    '９８７６５４３２１',
  ])('reads %j as a mobile', (text) => {
    expect(parsePhone(text)).toBe('+56987654321');
  });

  it('reads landlines and other countries', () => {
    expect(parsePhone('(2) 2345 6789')).toBe('+56223456789');
    expect(parsePhone('+56 41 234 5678')).toBe('+56412345678');
    expect(parsePhone('+54 9 11 2345 6789')).toBe('+5491123456789');
    expect(parsePhone('001 415 555 2671')).toBe('+14155552671');
  });

  it.each([
    '',
    '+',
    '123',
    '09 8765 4321',
    '8765 4321',
    '+56 9 8765 432',
    '+56 9 8765 43210',
    '9 8765 432a',
    '+0 123456789',
    '1 8765 4321',
    '+1234567890123456',
    '5.69E+10',
  ])('does not guess %j', (text) => {
    expect(parsePhone(text)).toBeUndefined();
  });

  it('suggests the whole number for old and short forms', () => {
    expect(suggestPhone('09 8765 4321')).toBe('+56987654321');
    expect(suggestPhone('8765 4321')).toBe('+56987654321');
    expect(suggestPhone('123')).toBeUndefined();
    expect(suggestPhone('2345 6789')).toBeUndefined();
  });

  it('reads back what it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200_000_000, max: 999_999_999 }), (number) => {
        const phone = `+56${number}`;
        expect(parsePhone(formatPhone(phone))).toBe(phone);
        expect(parsePhone(String(number))).toBe(phone);
      }),
    );
    expect(formatPhone('+56987654321')).toBe('+56 9 8765 4321');
    expect(formatPhone('+14155552671')).toBe('+14155552671');
  });

  it('links to WhatsApp, with a text when there is one', () => {
    expect(whatsappLink('+56987654321')).toBe('https://wa.me/56987654321');
    expect(whatsappLink('+56987654321', 'Hola, ¿cómo estás?')).toBe(
      'https://wa.me/56987654321?text=Hola%2C%20%C2%BFc%C3%B3mo%20est%C3%A1s%3F',
    );
  });
});
