import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promedioDe, puntajeDe, ranking } from './calificacion.policy.ts';

const one = { cantidad: 1, suma: 5 };
const forty = { cantidad: 40, suma: 192 };
const cuenta = fc
  .record({
    cantidad: fc.integer({ min: 1, max: 500 }),
    mean: fc.double({ min: 1, max: 5, noNaN: true }),
  })
  .map(({ cantidad, mean }) => ({ cantidad, suma: Math.round(cantidad * mean) }));

describe('the ranking', () => {
  it('puts forty reviews of 4.8 before a single one of 5, whatever else was reviewed', () => {
    expect(ranking([one, forty])[0]).toMatchObject(forty);
    fc.assert(
      fc.property(fc.array(cuenta, { maxLength: 30 }), (others) => {
        const order = ranking([one, ...others, forty]);
        const [first, second] = [forty, one].map((wanted) =>
          order.findIndex(
            ({ cantidad, suma }) => cantidad === wanted.cantidad && suma === wanted.suma,
          ),
        );
        expect(first).toBeLessThan(second ?? -1);
      }),
    );
  });

  it('keeps every score between the worst and the best that can be given', () => {
    fc.assert(
      fc.property(cuenta, fc.array(cuenta, { maxLength: 30 }), (mine, others) => {
        for (const { puntaje } of ranking([mine, ...others])) {
          expect(puntaje).toBeGreaterThanOrEqual(1);
          expect(puntaje).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('grows with each better review and comes near the mean with many', () => {
    const todas = { cantidad: 100, suma: 350 };
    expect(puntajeDe({ cantidad: 2, suma: 10 }, todas)).toBeGreaterThan(puntajeDe(one, todas));
    expect(puntajeDe({ cantidad: 10_000, suma: 47_000 }, todas)).toBeCloseTo(4.7, 2);
    expect(puntajeDe({ cantidad: 0, suma: 0 }, todas)).toBe(3.5);
  });
});

it('has a mean of two decimals, and none without reviews', () => {
  expect(promedioDe({ cantidad: 3, suma: 14 })).toBe(4.67);
  expect(promedioDe({ cantidad: 0, suma: 0 })).toBeNull();
});
