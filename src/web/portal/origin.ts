const KEY = 'origen';
const MAX = 120;

export type Origin = { utmSource?: string; utmMedium?: string; utmCampaign?: string };

// Where the browser keeps nothing for us, as inside another site's frame, this page remembers by itself.
let current: string | undefined;

function parse(search: string): Origin {
  const params = new URLSearchParams(search);
  const read = (name: string) => params.get(name)?.trim().slice(0, MAX) || undefined;
  const [utmSource, utmMedium, utmCampaign] = [
    read('utm_source'),
    read('utm_medium'),
    read('utm_campaign'),
  ];
  return {
    ...(utmSource && { utmSource }),
    ...(utmMedium && { utmMedium }),
    ...(utmCampaign && { utmCampaign }),
  };
}

/** Keeps the campaign of the address with which the visit began, until the tab is closed. */
export function rememberOrigin(search: string): void {
  if (Object.keys(parse(search)).length === 0) return;
  current = search;
  try {
    sessionStorage.setItem(KEY, search);
  } catch {}
}

/** The campaign that brought this visit, to be sent with what it does. */
export function readOrigin(): Origin {
  try {
    current ??= sessionStorage.getItem(KEY) ?? undefined;
  } catch {}
  return parse(current ?? '');
}
