import type { Campo } from '#contract/condicion.ts';
import type { HojaDe } from './arbol.ts';
import type { Problemas } from './problemas.ts';

/** What the controls of a condition are given. */
export type CamposProps<C extends Campo> = {
  value: HojaDe<C>;
  onChange: (changes: Partial<HojaDe<C>>) => void;
  problemas: Problemas;
};
