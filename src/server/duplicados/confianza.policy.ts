/**
 * How sure we are that two records are one person, from 1 to 100. Each thing they share is a chance that they are one,
 * and the chances add up as of independent witnesses: 1 − Π(1 − chance). Then what speaks against it takes its part.
 *
 * | they share | chance |
 * |---|---|
 * | the same RUT | 0.98 |
 * | addresses written differently: dots or +words of Gmail, a misspelled provider | 0.80 |
 * | the same phone | 0.60; 0.35 when the names have little in common: a family or a company |
 * | the same names in the same comuna | 0.60; 0.70 with three words or more |
 * | similar names in the same comuna | 0.45 × likeness |
 * | the same names of three words or more, the comuna of one unknown | 0.45 |
 * | similar names, beside any of the first three | 0.85 × likeness |
 *
 * Two different RUTs leave a tenth of it, and two different birth dates half.
 */
export const CHANCE = {
  rut: 0.98,
  correo: 0.8,
  telefono: 0.6,
  telefonoAjeno: 0.35,
  nombreYComuna: 0.6,
  nombreLargoYComuna: 0.7,
  nombreParecido: 0.45,
  nombreSinComuna: 0.45,
  nombreConOtro: 0.85,
} as const;
/** What is left of it. */
export const CONTRA = { rut: 0.1, nacimiento: 0.5 } as const;
/** Below it a pair is not worth showing. */
export const MIN_CONFIANZA = 30;
/** Names less alike than this have little in common. */
export const AJENO = 0.25;
/** Likeness of names, by the groups of three letters they share, from which on they are similar. */
export const PARECIDO = 0.6;
/** Providers of mail whose name people misspell. */
export const PROVEEDORES = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'live.com',
  'hotmail.cl',
  'yahoo.es',
  'outlook.cl',
  'live.cl',
  'vtr.net',
  'uc.cl',
];
