import { expect, it } from 'vitest';
import { lastDay } from './lastDay.ts';

it('is the day before, for an access that ends when a day begins', () => {
  expect(lastDay('2028-01-01T03:00:00.000Z', 'America/Santiago')).toBe('2027-12-31');
  expect(lastDay('2028-01-01T15:00:00.000Z', 'America/Santiago')).toBe('2028-01-01');
});
