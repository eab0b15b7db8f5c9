import type { Puesto } from '#contract/asistencia.ts';
import { nombreCompleto } from '../clientes/persona.ts';

/** One seat among all those of a roll. */
export const keyOfSeat = ({ inscripcionId, puesto }: Pick<Puesto, 'inscripcionId' | 'puesto'>) =>
  `${inscripcionId}.${puesto}`;

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** Whether every word of a search is in the names, the reference or the phone of a seat. */
export function matchesSeat({ nombre, cliente, codigo }: Puesto, search: string): boolean {
  const { nombres, apellidos, telefono } = cliente;
  const text = fold([nombre, nombres, apellidos, codigo, telefono].join(' '));
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Which of the seats of its sale it is: `Puesto 2 de 3`; nothing of a single one. */
export function seatPlace(seat: Puesto, all: readonly Puesto[]): string | undefined {
  const { inscripcionId, puesto } = seat;
  const siblings = all.filter((other) => other.inscripcionId === inscripcionId).length;
  return siblings > 1 ? `Puesto ${puesto} de ${siblings}` : undefined;
}

/** Who bought the seat, where the one who sits there is another. */
export function buyerOf({ nombre, cliente }: Puesto): string | undefined {
  const buyer = nombreCompleto(cliente);
  return buyer === nombre ? undefined : buyer;
}
