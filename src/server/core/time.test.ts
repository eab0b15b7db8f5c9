import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { addDays, addMonths, dayStart, localDate } from './time.ts';

const SANTIAGO = 'America/Santiago';
const app = testApp();

describe('local days', () => {
  it('30 April 23:30 in Santiago is April, though it is 1 May in UTC', () => {
    expect(localDate('2026-05-01T03:30:00.000Z', SANTIAGO)).toBe('2026-04-30');
    expect(localDate('2026-05-01T04:00:00.000Z', SANTIAGO)).toBe('2026-05-01');
  });

  it('begins where the skipped midnight ends, and after the repeated hour', () => {
    expect(dayStart('2026-09-06', SANTIAGO)).toBe('2026-09-06T04:00:00.000Z');
    expect(dayStart('2026-09-07', SANTIAGO)).toBe('2026-09-07T03:00:00.000Z');
    expect(dayStart('2026-04-05', SANTIAGO)).toBe('2026-04-05T04:00:00.000Z');
  });

  it('agrees with the database on every day of two years, in each zone of Chile', async () => {
    const days = Array.from({ length: 731 }, (_, i) => addDays('2025-06-01', i));
    for (const zone of [SANTIAGO, 'Pacific/Easter', 'America/Punta_Arenas']) {
      const { rows } = await sql<{ day: string; starts: string }>`
        select d as day, (d::date::timestamp at time zone ${zone}) as starts
        from unnest(${days}::text[]) d`.execute(app.services.deps.db);
      expect(rows).toHaveLength(731);
      for (const { day, starts } of rows) {
        expect(dayStart(day, zone)).toBe(starts);
        expect(localDate(starts, zone)).toBe(day);
      }
    }
  });

  it('adds days and months to plain dates', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 2)).toBe('2027-02-15');
  });
});
