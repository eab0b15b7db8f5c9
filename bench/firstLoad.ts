import { chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '#tests/support/chromium.ts';

export type Screen = {
  name: string;
  path: string;
  cookie?: string | undefined;
  /** What the person does next, whose scripts are told apart. */
  after?: { name: string; act: (page: Page) => Promise<void> };
};
export type FirstLoad = { name: string; kb: number };

/**
 * The JavaScript, as transferred, that a browser with an empty cache takes to show each screen; undefined
 * when there is no browser or no built web.
 */
export async function measureFirstLoads(
  url: string,
  screens: Screen[],
): Promise<FirstLoad[] | undefined> {
  const executablePath = findChromium();
  if (!executablePath) return undefined;
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const loads: FirstLoad[] = [];
  try {
    for (const { name, path, cookie, after } of screens) {
      const context = await browser.newContext();
      const pairs = cookie?.split('; ') ?? [];
      await context.addCookies(
        pairs.map((pair) => {
          const at = pair.indexOf('=');
          return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
        }),
      );
      const page = await context.newPage();
      let kb = 0;
      page.on('response', (response) => {
        if (!new URL(response.url()).pathname.endsWith('.js')) return;
        kb += Number(response.headers()['content-length'] ?? Number.NaN) / 1024;
      });
      const answer = await page.goto(url + path, { waitUntil: 'networkidle' });
      if (!answer?.ok() || kb === 0) return undefined;
      loads.push({ name, kb });
      if (after) {
        await after.act(page);
        loads.push({ name: after.name, kb });
      }
      await context.close();
    }
    return loads;
  } finally {
    await browser.close();
  }
}
