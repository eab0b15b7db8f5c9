import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '#tests/support/chromium.ts';

const browser = {
  browserName: 'chromium' as const,
  locale: 'es-CL',
  timezoneId: 'America/Santiago',
  launchOptions: { executablePath: findChromium() ?? '', args: chromiumFlags },
};

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  timeout: 120_000,
  forbidOnly: true,
  use: { ...browser, trace: 'retain-on-failure' },
  projects: [
    // What is marked @phone or @laptop has that size throughout.
    {
      name: 'laptop',
      grepInvert: /@phone/,
      use: { ...browser, viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      // Colours are the same at every width: dark is walked on the laptop.
      grepInvert: /dark|@laptop/,
      use: { ...browser, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
