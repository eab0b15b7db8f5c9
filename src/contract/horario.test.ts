import { describe, expect, it } from 'vitest';
import { diasHasta, formatDia, formatHorario, formatMes, nombreZona } from './horario.ts';

const now = '2026-11-22T12:00:00.000Z';
const morning = {
  iniciaEn: '2026-12-05T13:00:00.000Z',
  terminaEn: '2026-12-05T16:00:00.000Z',
  zona: 'America/Santiago',
};

describe('a schedule in words', () => {
  it('is told by the clock of its own zone', () => {
    expect(formatHorario(morning, now)).toBe('sábado 5 de diciembre, 10:00–13:00');
    expect(formatHorario({ ...morning, zona: 'Pacific/Easter' }, now)).toBe(
      'sábado 5 de diciembre, 08:00–11:00',
    );
  });

  it('names the year only when it is another', () => {
    expect(formatHorario(morning, '2027-01-10T12:00:00.000Z')).toBe(
      'sábado 5 de diciembre de 2026, 10:00–13:00',
    );
  });

  it('tells several days apart, and a night that ends after midnight as one evening', () => {
    expect(formatHorario({ ...morning, terminaEn: '2026-12-06T16:00:00.000Z' }, now)).toBe(
      'sábado 5 de diciembre, 10:00 – domingo 6 de diciembre, 13:00',
    );
    const night = { iniciaEn: '2026-12-05T23:00:00.000Z', terminaEn: '2026-12-06T03:30:00.000Z' };
    expect(formatHorario({ ...morning, ...night }, now)).toBe('sábado 5 de diciembre, 20:00–00:30');
  });

  it('puts the last evening of a month in its own month', () => {
    expect(formatMes('2026-12-01T02:00:00.000Z', 'America/Santiago')).toBe('noviembre de 2026');
  });

  it('names the zone only when a clock says otherwise', () => {
    expect(nombreZona(morning, 'America/Santiago')).toBeUndefined();
    // The same clock under another name, in summer.
    expect(nombreZona(morning, 'America/Argentina/Buenos_Aires')).toBeUndefined();
    expect(nombreZona(morning, 'Europe/Madrid')).toBe('hora de Chile continental');
    const island = { ...morning, zona: 'Pacific/Easter' };
    expect(nombreZona(island, 'America/Santiago')).toBe('hora de Isla de Pascua');
    expect(nombreZona(island, 'Pacific/Easter')).toBe('hora de Isla de Pascua');
    const winter = {
      ...morning,
      iniciaEn: '2027-07-05T13:00:00.000Z',
      zona: 'America/Punta_Arenas',
    };
    expect(nombreZona(winter, 'America/Santiago')).toBe('hora de Magallanes');
  });
});

describe('days to go', () => {
  it('are counted by the calendar of the place, not by hours', () => {
    const night = '2026-11-22T23:30:00.000Z';
    expect(diasHasta('2026-11-23T02:30:00.000Z', 'America/Santiago', night)).toBe(0);
    expect(diasHasta('2026-11-23T03:30:00.000Z', 'America/Santiago', night)).toBe(1);
    expect(diasHasta('2026-11-23T03:30:00.000Z', 'Pacific/Easter', night)).toBe(0);
  });

  it('cross a change of the clock and of the year', () => {
    expect(
      diasHasta('2026-09-07T12:00:00.000Z', 'America/Santiago', '2026-09-05T12:00:00.000Z'),
    ).toBe(2);
    expect(
      diasHasta('2027-01-02T12:00:00.000Z', 'America/Santiago', '2026-12-31T12:00:00.000Z'),
    ).toBe(2);
  });

  it('name a day in words', () => {
    expect(formatDia('2026-12-06T02:30:00.000Z', 'America/Santiago')).toBe(
      '5 de diciembre de 2026',
    );
  });
});
