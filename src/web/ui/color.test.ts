import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, shadesOf } from './color.ts';

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('whatever accent is chosen, its text and buttons reach AA', () => {
  fc.assert(
    fc.property(color, (accent) => {
      const shades = shadesOf(accent);
      const at = (index: number) => shades[index] ?? '';
      // White on buttons, links on white, links on dark surfaces, text on tinted buttons.
      expect(contrast(at(6), '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(at(7), '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(at(4), '#242424')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(at(9), at(1))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('an accent that is readable stays as it was chosen', () => {
  expect(shadesOf('#2f6f5e')[6]).toBe('#2f6f5e');
});
