import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { daysToGo, dayText } from './words.ts';

describe('the words of the portal', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-22T23:30:00Z') }));
  afterEach(() => vi.useRealTimers());

  it('count the days to go', () => {
    const zone = 'America/Santiago';
    expect(daysToGo('2026-11-23T01:00:00Z', zone)).toBe('Hoy');
    expect(daysToGo('2026-11-23T22:00:00Z', zone)).toBe('Mañana');
    expect(daysToGo('2026-11-27T22:00:00Z', zone)).toBe('En 5 días');
    expect(daysToGo('2026-11-21T22:00:00Z', zone)).toBeUndefined();
  });

  it("name a day of the school's calendar", () => {
    expect(dayText('2026-05-01T03:30:00Z')).toBe('30 de abril de 2026');
  });
});
