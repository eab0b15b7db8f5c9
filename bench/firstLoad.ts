import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '#tests/support/chromium.ts';

export type FirstLoad = { kb: number; largest: { file: string; kb: number } };

/**
 * The JavaScript, as transferred, that a browser with an empty cache takes until Inicio is whole, its
 * chart included; undefined when there is no browser or no built web.
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
    const files: FirstLoad['largest'][] = [];
    page.on('response', (response) => {
      const file = new URL(response.url()).pathname;
      if (!file.endsWith('.js')) return;
      files.push({ file, kb: Number(response.headers()['content-length'] ?? Number.NaN) / 1024 });
    });
    const answer = await page.goto(`${url}/app`, { waitUntil: 'networkidle' });
    const [largest] = files.sort((a, b) => b.kb - a.kb);
    if (!answer?.ok() || !largest) return undefined;
    return { kb: files.reduce((sum, { kb }) => sum + kb, 0), largest };
  } finally {
    await browser.close();
  }
}
