import { expect, test } from 'vitest';
import { formatInstant, formatMonth, formatPlainDate, fromLocal, toLocal } from './time.ts';

const SANTIAGO = 'America/Santiago';
const EASTER = 'Pacific/Easter';

test('the same instant is two hours earlier on Easter Island', () => {
  expect(toLocal('2026-01-10T13:00:00.000Z', SANTIAGO)).toEqual({
    date: '2026-01-10',
    time: '10:00',
  });
  expect(toLocal('2026-01-10T13:00:00.000Z', EASTER)).toEqual({
    date: '2026-01-10',
    time: '08:00',
  });
});

test.each([
  // Summer time, -03; winter time, -04; the night of 30 April, which in UTC is May.
  [{ date: '2026-01-10', time: '10:00' }, '2026-01-10T13:00:00.000Z'],
  [{ date: '2026-07-10', time: '10:00' }, '2026-07-10T14:00:00.000Z'],
  [{ date: '2026-04-30', time: '23:30' }, '2026-05-01T03:30:00.000Z'],
])('the clock of Santiago at %j', (local, instant) => {
  expect(fromLocal(local, SANTIAGO)).toBe(instant);
  expect(toLocal(instant, SANTIAGO)).toEqual(local);
});

test('dates are written as in Chile, 24 hours', () => {
  expect(formatInstant('2026-07-10T22:05:00.000Z', SANTIAGO)).toBe('10-07-2026, 18:05');
  expect(formatPlainDate('2026-03-05')).toBe('5 de marzo de 2026');
  expect(formatMonth('2026-03', 'long')).toBe('marzo de 2026');
});
