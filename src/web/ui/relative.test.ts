import { expect, it } from 'vitest';
import { formatDeadline } from './relative.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

it.each([
  ['2026-11-22T12:20:00Z', 'Vence dentro de 20 minutos'],
  ['2026-11-22T17:59:00Z', 'Vence dentro de 5 horas'],
  ['2026-11-24T11:59:00Z', 'Vence dentro de 47 horas'],
  ['2026-11-25T12:00:00Z', 'Vence dentro de 3 días'],
  ['2026-11-22T09:30:00Z', 'Venció hace 2 horas'],
])('tells how far %s is', (instant, words) => {
  expect(formatDeadline(instant, now)).toBe(words);
});
