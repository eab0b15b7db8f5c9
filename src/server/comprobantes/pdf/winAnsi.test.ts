import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { winAnsi } from './winAnsi.policy.ts';

describe('what the fonts of a PDF can write', () => {
  it.each([
    ['Muñoz Pérez, «Taller» N° 3 – ¿ya?', 'Muñoz Pérez, «Taller» N° 3 – ¿ya?'],
    // n and a tilde as two characters, as some keyboards send it.
    ['Mun\u0303oz', 'Muñoz'],
    ['Nguyễn Łuczak', 'Nguyên Luczak'],
    ['Kit\u00a0de\u202fbarro\n× 2 − €5', 'Kit de barro × 2 – €5'],
    ['Flores 🌸 y 花', 'Flores ? y ?'],
  ])('%s is written %s', (text, written) => {
    expect(winAnsi(text)).toBe(written);
  });

  it('never leaves a character without a code of one byte', () => {
    const codes = /^[\u0020-\u007e\u00a1-\u00ffƒ–—‘’‚“”„†‡•…€‰‹›ˆ™Œœ˜ŠšŸŽž]*$/;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(winAnsi(text)).toMatch(codes);
      }),
    );
  });
});
