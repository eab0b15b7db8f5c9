import { describe, expect, it } from 'vitest';
import { formatDuracion, formatReloj, parseDuracion } from './duracion.ts';

describe('parseDuracion', () => {
  it.each([
    ['12:30', 750],
    ['0:45', 45],
    ['1:05:00', 3900],
    ['90:00', 5400],
    ['12', 720],
    ['12 min', 720],
    ['12 minutos', 720],
    ["12'", 720],
    ['12 min 30 s', 750],
    ['12m30', 750],
    ['1 h', 3600],
    ['1h05', 3900],
    ['1 h 5 min', 3900],
    ['1 hora y 5 minutos', 3900],
    ['2 hrs 10 mins', 7800],
    ['1,5 h', 5400],
    ['1.5 horas', 5400],
    ['45 s', 45],
    ['45 segundos', 45],
    [' 8 MIN ', 480],
    ['24 h', 86_400],
  ])('reads «%s» as %i seconds', (text, seconds) => {
    expect(parseDuracion(text)).toBe(seconds);
  });

  it.each([
    '',
    'larga',
    '0',
    '-5',
    '12:75',
    '1:75:00',
    '5 min 1 h',
    '5 min 3 min',
    '30 s 5',
    '25 h',
    '1e3',
    '12:3',
    '99999999999999999999',
  ])('does not take «%s»', (text) => {
    expect(parseDuracion(text)).toBeUndefined();
  });

  it('reads back what it shows', () => {
    for (const seconds of [1, 59, 60, 61, 750, 3599, 3600, 3661, 86_400]) {
      expect(parseDuracion(formatReloj(seconds))).toBe(seconds);
    }
  });
});

describe('formatDuracion', () => {
  it.each([
    [45, '45 s'],
    [60, '1 min'],
    [750, '13 min'],
    [3600, '1 h'],
    [3599, '1 h'],
    [3900, '1 h 5 min'],
    [86_400, '24 h'],
  ])('says %i as «%s»', (seconds, text) => {
    expect(formatDuracion(seconds)).toBe(text);
  });
});
