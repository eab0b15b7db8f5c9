import { describe, expect, it } from 'vitest';
import type { Item } from './item.ts';
import { lineasRechazadas } from './rechazo.ts';
import { nuevaLinea } from './ventaForm.ts';

const items: Item[] = [
  { tipo: 'TALLER', id: 1, titulo: 'Raku', detalle: '', precio: 1, quedan: 3 },
  { tipo: 'PRODUCTO', id: 1, titulo: 'Kit Raku', detalle: '', precio: 1, quedan: 2 },
  { tipo: 'TALLER', id: 2, titulo: 'Torno', detalle: '', precio: 1, quedan: 0 },
];
const lineas = items.map(nuevaLinea);
const of = (code: 'SIN_CUPOS' | 'SIN_STOCK' | 'YA_INSCRITO' | 'VALIDACION', message: string) => [
  ...lineasRechazadas({ code, message }, lineas, items),
];

describe('the lines that a refusal is about', () => {
  it('are those it names', () => {
    expect(of('SIN_CUPOS', 'En «Torno» no quedan cupos.')).toEqual([2]);
    expect(of('SIN_STOCK', 'De «Kit Raku» solo quedan 2, y se piden 5.')).toEqual([1]);
  });

  it('are all of its kind when it names none', () => {
    expect(of('YA_INSCRITO', 'Esta persona ya tiene una inscripción vigente.')).toEqual([0, 2]);
  });

  it('are none when it is about something else', () => {
    expect(of('VALIDACION', 'Revisa «Torno».')).toEqual([]);
  });
});
