import type { Puesto } from '#contract/asistencia.ts';

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

/** Whose seat it is, where its name does not say it all: `Puesto 2 de 3 · compró Ana Soto`. */
export function seatDetail(seat: Puesto, all: readonly Puesto[]): string {
  const { inscripcionId, puesto, nombrado, cliente } = seat;
  const siblings = all.filter((other) => other.inscripcionId === inscripcionId).length;
  const buyer = `${cliente.nombres} ${cliente.apellidos}`.trim();
  return [
    siblings > 1 ? `Puesto ${puesto} de ${siblings}` : '',
    nombrado && buyer !== seat.nombre ? `compró ${buyer}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
