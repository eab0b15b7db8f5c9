import { comunas } from '#contract/comunas.ts';

const regions = [...new Set(comunas.map(({ region }) => region))];

/** The comunas of Chile under their regions, for a plain select; the first is none. */
export const comunaOptions = [
  { value: '', label: 'Sin indicar' },
  ...regions.map((group) => ({
    group,
    items: comunas
      .filter(({ region }) => region === group)
      .map(({ codigo, nombre }) => ({ value: codigo, label: nombre })),
  })),
];
