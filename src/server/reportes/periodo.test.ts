import { describe, expect, it } from 'vitest';
import { periodo as periodos } from '#contract/reportes.ts';
import { addDays } from '../core/time.ts';
import { comparePeriod, lastMonths } from './periodo.ts';

describe('comparePeriod', () => {
  it.each([
    ['MES', '2026-05-10', '2026-05-01 2026-05-10', '2026-04-01 2026-04-10'],
    ['MES', '2026-03-31', '2026-03-01 2026-03-31', '2026-02-01 2026-02-28'],
    ['MES', '2026-01-01', '2026-01-01 2026-01-01', '2025-12-01 2025-12-01'],
    ['MES_ANTERIOR', '2026-03-15', '2026-02-01 2026-02-28', '2026-01-01 2026-01-31'],
    ['MES_ANTERIOR', '2026-01-31', '2025-12-01 2025-12-31', '2025-11-01 2025-11-30'],
    ['30_DIAS', '2026-05-10', '2026-04-11 2026-05-10', '2026-03-12 2026-04-10'],
    ['90_DIAS', '2026-05-10', '2026-02-10 2026-05-10', '2025-11-12 2026-02-09'],
    ['ANO', '2026-05-10', '2026-01-01 2026-05-10', '2025-01-01 2025-05-10'],
    ['ANO', '2024-02-29', '2024-01-01 2024-02-29', '2023-01-01 2023-02-28'],
  ] as const)('%s on %s is %s against %s', (periodo, today, actual, anterior) => {
    const result = comparePeriod(periodo, today);
    expect(`${result.periodo.desde} ${result.periodo.hasta}`).toBe(actual);
    expect(`${result.anterior.desde} ${result.anterior.hasta}`).toBe(anterior);
  });

  it('never overlaps what it is compared with, on any day', () => {
    for (let day = '2023-12-15'; day < '2025-02-01'; day = addDays(day, 1)) {
      for (const option of periodos.options) {
        const { periodo, anterior } = comparePeriod(option, day);
        expect(anterior.desde <= anterior.hasta && periodo.desde <= periodo.hasta).toBe(true);
        expect(anterior.hasta < periodo.desde, `${option} ${day}`).toBe(true);
        expect(periodo.hasta <= day).toBe(true);
      }
    }
  });
});

it('the last twelve months join without gap and end with that of today', () => {
  const meses = lastMonths('2024-03-31');
  expect(meses).toHaveLength(12);
  expect(meses[0]?.desde).toBe('2023-04-01');
  expect(meses.at(-1)).toEqual({ desde: '2024-03-01', hasta: '2024-03-31' });
  for (const [i, mes] of meses.slice(1).entries()) {
    expect(addDays(meses[i]?.hasta ?? '', 1)).toBe(mes.desde);
  }
});
