import { describe, expect, it } from 'vitest';
import { suggestEnd, withoutOther } from './tallerForm.ts';

describe('the end of a taller', () => {
  it('is three hours after the first start', () => {
    expect(suggestEnd('2026-12-05T13:00:00.000Z', {})).toBe('2026-12-05T16:00:00.000Z');
  });

  it('follows the start with the length it had', () => {
    const before = { iniciaEn: '2026-12-05T13:00:00.000Z', terminaEn: '2026-12-05T14:30:00.000Z' };
    expect(suggestEnd('2026-12-12T15:00:00.000Z', before)).toBe('2026-12-12T16:30:00.000Z');
  });

  it('stays while there is no start', () => {
    const terminaEn = '2026-12-05T14:30:00.000Z';
    expect(suggestEnd(undefined, { terminaEn })).toBe(terminaEn);
  });
});

it('drops what belongs to the other modality', () => {
  const both = { lugar: 'Sala 1', enlace: 'https://ejemplo.cl/sala' };
  expect(withoutOther({ ...both, modalidad: 'EN_VIVO' })).toMatchObject({
    lugar: null,
    ...{ enlace: both.enlace },
  });
  expect(withoutOther({ ...both, modalidad: 'PRESENCIAL' })).toMatchObject({
    lugar: 'Sala 1',
    enlace: null,
  });
});
