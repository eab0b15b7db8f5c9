import { describe, expect, it } from 'vitest';
import { asId, backOf, itemOf } from './direccion.ts';
import { quedanDe } from './item.ts';

describe('the address of a new sale', () => {
  it('may say what is sold, of any kind', () => {
    expect(itemOf({ taller: '7' })).toEqual({ tipo: 'TALLER', id: 7 });
    expect(itemOf({ curso: '3', cliente: '9' })).toEqual({ tipo: 'CURSO', id: 3 });
    expect(itemOf({ producto: '12' })).toEqual({ tipo: 'PRODUCTO', id: 12 });
    expect(itemOf({ cliente: '9' })).toBeUndefined();
  });

  it.each(['', '0', '-1', '1e3', '7 or 1=1', '9'.repeat(20)])('takes %j for no id', (text) => {
    expect(asId(text)).toBeUndefined();
  });

  it('leads back to where one came from', () => {
    const from = { tallerId: undefined, clienteId: undefined, empresaId: undefined };
    expect(backOf(from)).toMatchObject({ to: '/app/ventas' });
    expect(backOf({ ...from, empresaId: 4 })).toMatchObject({ params: { id: '4' } });
    expect(backOf({ tallerId: 1, clienteId: 2, empresaId: 3 }).to).toBe('/app/talleres/$id');
  });
});

describe('what is left', () => {
  it.each([
    ['TALLER', 3, 'Quedan 3 cupos'],
    ['TALLER', 1, 'Queda 1 cupo'],
    ['TALLER', 0, 'Completo'],
    ['PRODUCTO', 1, 'Queda 1 unidad'],
    ['PRODUCTO', 0, 'Sin stock'],
  ] as const)('of a %s with %i is said «%s»', (tipo, quedan, text) => {
    expect(quedanDe({ tipo, quedan })).toBe(text);
  });

  it('is nothing for a course, which has no end', () => {
    expect(quedanDe({ tipo: 'CURSO' })).toBe('');
  });
});
