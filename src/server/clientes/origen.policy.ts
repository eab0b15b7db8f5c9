import type { Origen } from '#contract/clientes.ts';

const sources: readonly (readonly [RegExp, Origen])[] = [
  [/^(instagram|ig)\b/, 'INSTAGRAM'],
  [/^(facebook|fb|meta)\b/, 'FACEBOOK'],
  [/^(google|adwords|gads)\b/, 'GOOGLE'],
  [/^(tiktok|tt)\b/, 'TIKTOK'],
  [/^(whatsapp|wa|wsp)\b/, 'WHATSAPP'],
];

/** The origen that a `utm_source` names (`Instagram`, `ig`, `facebook.com`), else the given one. */
export function origenFromUtm(utmSource: string | null | undefined, otherwise: Origen): Origen {
  const source = (utmSource ?? '')
    .trim()
    .toLowerCase()
    .replace(/^(www|l|m)\./, '');
  return sources.find(([pattern]) => pattern.test(source))?.[1] ?? otherwise;
}
