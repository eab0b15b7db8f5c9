import { describe, expect, it } from 'vitest';
import { moveItem, movida, soltada, tomada } from './anuncios.ts';

describe('moveItem', () => {
  it('moves up, down and nowhere, and leaves the given list alone', () => {
    const list = ['a', 'b', 'c', 'd'];
    expect(moveItem(list, 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moveItem(list, 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moveItem(list, 1, 1)).toEqual(list);
    expect(list).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('what is said while moving', () => {
  it('counts places from one', () => {
    expect(tomada('Urdido', 0, 3)).toContain('lugar 1 de 3');
    expect(movida('Urdido', 2, 3)).toContain('lugar 3 de 3');
    expect(soltada('Urdido', 0, 2, 3)).toContain('quedó en el lugar 3 de 3');
  });

  it('says that it stays when it is dropped outside or where it was', () => {
    expect(movida('Urdido', undefined, 3)).toContain('fuera de la lista');
    expect(soltada('Urdido', 1, undefined, 3)).toContain('sigue en el lugar 2 de 3');
    expect(soltada('Urdido', 1, 1, 3)).toContain('sigue en el lugar 2 de 3');
  });
});
