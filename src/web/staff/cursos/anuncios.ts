/** What is said aloud while lessons are put in order; places count from zero, as the list does. */
export const instrucciones =
  'Presiona la barra espaciadora para tomar la lección. Con las flechas arriba y abajo la mueves, con la barra espaciadora la sueltas y con Escape la dejas donde estaba.';

export const tomada = (titulo: string, place: number, total: number) =>
  `Tomaste «${titulo}». Está en el lugar ${place + 1} de ${total}.`;

export const movida = (titulo: string, place: number | undefined, total: number) =>
  place === undefined
    ? `«${titulo}» está fuera de la lista.`
    : `«${titulo}» va en el lugar ${place + 1} de ${total}.`;

export const soltada = (titulo: string, from: number, place: number | undefined, total: number) =>
  place === undefined || place === from
    ? `«${titulo}» sigue en el lugar ${from + 1} de ${total}.`
    : `«${titulo}» quedó en el lugar ${place + 1} de ${total}.`;

/** The list with one of its items moved to another place. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
