import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '#tests/support/chromium.ts';

export type FirstLoad = { kb: number; withChartKb: number };

/**
 * The JavaScript, as transferred, that a browser with an empty cache takes to show Inicio, and once it was
 * scrolled to its chart; undefined when there is no browser or no built web.
 */
export async function measureFirstLoad(
  url: string,
  cookie: string,
): Promise<FirstLoad | undefined> {
  const executablePath = findChromium();
  if (!executablePath) return undefined;
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const context = await browser.newContext();
    const cookies = cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    let kb = 0;
    page.on('response', (response) => {
      if (!new URL(response.url()).pathname.endsWith('.js')) return;
      kb += Number(response.headers()['content-length'] ?? Number.NaN) / 1024;
    });
    const answer = await page.goto(`${url}/app`, { waitUntil: 'networkidle' });
    if (!answer?.ok() || kb === 0) return undefined;
    const first = kb;
    await page.getByText('Ingresos de los últimos 12 meses').scrollIntoViewIfNeeded();
    await page.getByRole('img', { name: /Ingresos por mes/ }).waitFor();
    return { kb: first, withChartKb: kb };
  } finally {
    await browser.close();
  }
}
