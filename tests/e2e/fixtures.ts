import { rm } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { createDataDir, type ServerProcess, startServerProcess } from '#tests/support/process.ts';

export { expect };

type Fixtures = {
  /** A server on an empty database of its own. */
  server: ServerProcess;
  /** Fails the test when this page breaks an accessibility rule or is wider than the screen. */
  checkPage: (page: Page, name: string) => Promise<void>;
};

/** Sites of videos are not reached from here: whether the page may show them is what counts. */
export async function withoutVideos(context: BrowserContext): Promise<void> {
  await context.route(/^https:\/\/(www\.youtube-nocookie|player\.vimeo)\.com\//, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Video</title>' }),
  );
}

/**
 * What a browser says of answers that a journey provokes on purpose, and of the tracer of these tests, whose script the
 * frame of a message keeps out.
 */
const EXPECTED =
  /Failed to load resource: the server responded with a status of (401|409|422)|^Blocked script execution in 'about:srcdoc'/;

export const test = base.extend<Fixtures>({
  server: async ({ browserName: _ }, use) => {
    const dir = await createDataDir();
    const server = await startServerProcess({ DATA_DIR: dir });
    await use(server);
    const { output } = await server.kill('SIGTERM');
    await rm(dir, { recursive: true, force: true });
    expect(output, 'the server logged a fault').not.toContain('request failed');
  },

  baseURL: async ({ server }, use) => use(server.url),

  page: async ({ page }, use) => {
    await withoutVideos(page.context());
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text()))
        problems.push(message.text());
    });
    await use(page);
    expect(problems, 'errors in the console').toEqual([]);
  },

  checkPage: async ({ colorScheme }, use) =>
    use(async (page, name) => {
      // A frame whose message was replaced while it loaded is never told to be idle.
      await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {});
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
      // A message is shown in a frame without scripts, where axe cannot run: it keeps to the page itself.
      const axe = new AxeBuilder({ page }).exclude('iframe[sandbox]').setLegacyMode();
      // Light is walked too: of dark, only what colours decide is left to see.
      if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
      else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
      const { violations } = await axe.analyze();
      const found = violations.flatMap((v) =>
        v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 300)}`),
      );
      expect(found, `accessibility of ${name}`).toEqual([]);
    }),
});

/** The one-use link that the server printed when it started. */
export function firstUseLink({ greeting }: ServerProcess): string {
  const link = /(http\S+\/app\/primer-uso\S+)/.exec(greeting)?.[1];
  if (!link) throw new Error(`no link in:\n${greeting}`);
  return link;
}
