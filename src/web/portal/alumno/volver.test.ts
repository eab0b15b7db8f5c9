import { describe, expect, it } from 'vitest';
import { entrarSearch } from './volver.ts';

describe('where to go on after signing in', () => {
  it('is a page of the portal', () => {
    expect(entrarSearch({ volver: '/mi/cursos/4/12' })).toEqual({ volver: '/mi/cursos/4/12' });
    expect(entrarSearch({ volver: '/mi' })).toEqual({ volver: '/mi' });
  });

  it.each([
    '//otro.cl',
    'https://otro.cl/mi',
    '/mi/../app',
    '/miel',
    '/mi/entrar/abc',
    'javascript:alert(1)',
    ['/mi'],
    undefined,
  ])('is nowhere else: %s', (volver) => {
    expect(entrarSearch({ volver })).toEqual({});
  });

  it('tells of an account that was just closed', () => {
    expect(entrarSearch({ cerrada: true })).toEqual({ cerrada: true });
    expect(entrarSearch({ cerrada: 'sí' })).toEqual({});
  });
});
