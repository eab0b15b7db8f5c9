import { describe, expect, it } from 'vitest';
import { periodo as periodos } from '#contract/reportes.ts';
import { addDays, tramoDe } from '../core/time.ts';
import { comparePeriod, lastMonths, monthsOf } from './periodo.ts';

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
    const result = comparePeriod({ periodo }, today);
    expect(`${result.periodo.desde} ${result.periodo.hasta}`).toBe(actual);
    expect(`${result.anterior.desde} ${result.anterior.hasta}`).toBe(anterior);
  });

  it('PERSONAL is as told, against as many days before it', () => {
    const consulta = { periodo: 'PERSONAL', desde: '2026-02-27', hasta: '2026-03-02' } as const;
    expect(comparePeriod(consulta, '2026-01-01')).toEqual({
      periodo: { desde: '2026-02-27', hasta: '2026-03-02' },
      anterior: { desde: '2026-02-23', hasta: '2026-02-26' },
      contra: 'los 4 días anteriores',
    });
    const day = { periodo: 'PERSONAL', desde: '2026-03-01', hasta: '2026-03-01' } as const;
    expect(comparePeriod(day, '2026-05-10')).toMatchObject({
      anterior: { desde: '2026-02-28', hasta: '2026-02-28' },
      contra: 'el día anterior',
    });
  });

  it('never overlaps what it is compared with, on any day', () => {
    for (let day = '2023-12-15'; day < '2025-02-01'; day = addDays(day, 1)) {
      for (const option of periodos.options) {
        const { periodo, anterior } = comparePeriod({ periodo: option }, day);
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

it('a range is cut into the months it touches', () => {
  expect(monthsOf({ desde: '2023-12-30', hasta: '2024-02-29' })).toEqual([
    { mes: '2023-12', desde: '2023-12-30', hasta: '2023-12-31' },
    { mes: '2024-01', desde: '2024-01-01', hasta: '2024-01-31' },
    { mes: '2024-02', desde: '2024-02-01', hasta: '2024-02-29' },
  ]);
  expect(monthsOf({ desde: '2024-05-03', hasta: '2024-05-03' })).toEqual([
    { mes: '2024-05', desde: '2024-05-03', hasta: '2024-05-03' },
  ]);
});

it('days begin where the clock says, also when it jumps', () => {
  const zone = 'America/Santiago';
  // 8 September 2024 has 23 hours and begins at 01:00; 6 April 2024 has 25.
  expect(tramoDe({ desde: '2024-09-08', hasta: '2024-09-08' }, zone)).toEqual({
    desde: '2024-09-08T04:00:00.000Z',
    antes: '2024-09-09T03:00:00.000Z',
  });
  expect(tramoDe({ desde: '2024-04-06', hasta: '2024-04-06' }, zone)).toEqual({
    desde: '2024-04-06T03:00:00.000Z',
    antes: '2024-04-07T04:00:00.000Z',
  });
});
