import type { Cell, Column } from '../../core/http/table.ts';
import type { Columna } from '../exportRoute.ts';

/** Makes the columns of one kind of item: a title, and what stands there. */
export function columnsOf<I>() {
  const make =
    (kind: Column['kind']) =>
    (title: string, of: (item: I) => Cell): Columna<I> => ({ title, kind, of });
  return {
    text: make('text'),
    money: make('money'),
    number: make('number'),
    date: make('date'),
    instant: make('instant'),
  };
}

export const siNo = (value: boolean) => (value ? 'Sí' : 'No');

type Persona = {
  nombres: string;
  apellidos: string;
  email?: string | null;
  telefono?: string | null;
};

/** Who it is about, in the same four columns everywhere. */
export function personColumns<I>(of: (item: I) => Persona | null): Columna<I>[] {
  const { text } = columnsOf<I>();
  return [
    text('Nombres', (item) => of(item)?.nombres ?? null),
    text('Apellidos', (item) => of(item)?.apellidos ?? null),
    text('Correo', (item) => of(item)?.email ?? null),
    text('Teléfono', (item) => of(item)?.telefono ?? null),
  ];
}
