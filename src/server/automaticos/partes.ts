import type { ClaveAutomatico } from '#contract/emails.ts';
import type { Parte } from './parte.ts';
import { partesDePersonas } from './partesDePersonas.ts';
import { partesDeTalleres } from './partesDeTalleres.ts';
import { partesDeVentas } from './partesDeVentas.ts';

/** How every kind of automatic mail is made. */
export const partes: Record<ClaveAutomatico, Parte> = {
  ...partesDeVentas,
  ...partesDeTalleres,
  ...partesDePersonas,
};
