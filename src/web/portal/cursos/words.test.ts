import { describe, expect, it } from 'vitest';
import { accessText, lengthText } from './words.ts';

describe('words about a course', () => {
  it('says how much there is to see, and leaves an unknown length out', () => {
    expect(lengthText({ lecciones: 1, duracionSegundos: 0 })).toBe('1 lección');
    expect(lengthText({ lecciones: 12, duracionSegundos: 3900 })).toBe('12 lecciones · 1 h 5 min');
  });

  it('says how long one may watch, by years when they are whole', () => {
    expect(accessText(null)).toContain('Para siempre');
    expect(accessText(1)).toBe('Durante 1 día');
    expect(accessText(90)).toBe('Durante 90 días');
    expect(accessText(365)).toBe('Durante 1 año');
    expect(accessText(730)).toBe('Durante 2 años');
  });
});
