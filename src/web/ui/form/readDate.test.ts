import { expect, test } from 'vitest';
import { readDate } from './readDate.ts';

test.each([
  ['5-3-2026', '2026-03-05'],
  ['05/03/26', '2026-03-05'],
  [' 31.12.2026 ', '2026-12-31'],
  ['29-2-2028', '2028-02-29'],
])('reads %j', (typed, date) => {
  expect(readDate(typed)).toBe(date);
});

test.each(['31-2-2026', '29-2-2027', '2026-03-05', '5-13-2026', '5-3', 'mañana', ''])(
  'does not read %j',
  (typed) => {
    expect(readDate(typed)).toBeNull();
  },
);
