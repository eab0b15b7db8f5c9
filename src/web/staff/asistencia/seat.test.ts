import { expect, it } from 'vitest';
import type { Puesto } from '#contract/asistencia.ts';
import { buyerOf, matchesSeat, seatPlace } from './seat.ts';

const seat: Puesto = {
  inscripcionId: 4,
  puesto: 1,
  nombre: 'Zoé Ábalos Núñez',
  nombrado: true,
  cliente: { id: 1, nombres: 'Ana', apellidos: 'Soto', telefono: '+56987654321' },
  cobroId: 9,
  codigo: 'ABCD-2345',
  estado: 'PAGADO',
  saldo: 0,
  asistencia: null,
  via: null,
  marcadaEn: null,
  marcadaPor: null,
  kitsPorEntregar: 0,
};

it.each(['zoe', 'abalos nunez', 'NÚÑEZ', 'soto', 'abcd', '8765', ''])(
  'finds a seat by %j',
  (search) => {
    expect(matchesSeat(seat, search)).toBe(true);
  },
);

it.each(['zoe perez', 'x'])('does not find it by %j', (search) => {
  expect(matchesSeat(seat, search)).toBe(false);
});

it('tells which of several seats it is, and who bought it for another', () => {
  const other = { ...seat, puesto: 2, nombre: 'Ana Soto', nombrado: false };
  expect(seatPlace(seat, [seat, other])).toBe('Puesto 1 de 2');
  expect(seatPlace(other, [other])).toBeUndefined();
  expect(buyerOf(seat)).toBe('Ana Soto');
  expect(buyerOf(other)).toBeUndefined();
});
