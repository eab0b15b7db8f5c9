import { z } from 'zod';

const KEY = 'origen';
const MAX = 120;

const origin = z.object({
  utmSource: z.string().max(MAX).optional(),
  utmMedium: z.string().max(MAX).optional(),
  utmCampaign: z.string().max(MAX).optional(),
});
export type Origin = z.infer<typeof origin>;

// Where the browser keeps nothing for us, as inside another site's frame, this page remembers by itself.
let current: Origin = {};

/** Keeps the campaign of the address with which the visit began, until the tab is closed. */
export function rememberOrigin(search: string): void {
  const params = new URLSearchParams(search);
  const read = (name: string) => params.get(name)?.trim().slice(0, MAX) || undefined;
  const found: Origin = {
    utmSource: read('utm_source'),
    utmMedium: read('utm_medium'),
    utmCampaign: read('utm_campaign'),
  };
  if (!Object.values(found).some(Boolean)) return;
  current = found;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(found));
  } catch {}
}

/** The campaign that brought this visit, to be sent with what it does. */
export function readOrigin(): Origin {
  try {
    const saved = origin.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    if (saved.success) return saved.data;
  } catch {}
  return current;
}
