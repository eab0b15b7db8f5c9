import type { z } from 'zod';
import type { Automatico, listAutomaticos } from '#contract/automaticos.ts';

export type ContenidoDraft = { asunto: string; preheader: string; cuerpo: string };

/** The fields of the form of a mail that goes out by itself. */
export function draftOf({ asunto, preheader, cuerpo }: Automatico): ContenidoDraft {
  return { asunto, preheader: preheader ?? '', cuerpo };
}

/** The same one in a newer list. */
export function findAutomatico(
  { items }: z.output<typeof listAutomaticos.response>,
  one: Automatico,
): Automatico {
  return items.find(({ clave }) => clave === one.clave) ?? one;
}

/** How the fields are called on screen. */
export const campos: Record<string, string> = {
  asunto: 'Asunto',
  preheader: 'Línea que sigue al asunto',
  cuerpo: 'Mensaje',
};
