import type { ClaveAutomatico } from '#contract/emails.ts';
import type { Texto } from './texto.ts';
import { textosDePersonas } from './textosDePersonas.ts';
import { textosDeTalleres } from './textosDeTalleres.ts';
import { textosDeVentas } from './textosDeVentas.ts';

/** Every automatic mail as it comes. */
export const textos: Record<ClaveAutomatico, Texto> = {
  ...textosDeVentas,
  ...textosDeTalleres,
  ...textosDePersonas,
};
