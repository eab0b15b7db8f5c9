// Finds a Chromium for the journeys: one on the machine, else by apt as root, else Playwright's own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '#tests/support/chromium.ts';

const run = (command: string, args: string[]) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

function install(): boolean {
  if (process.getuid?.() === 0 && run('apt-get', ['update', '-qq'])) {
    if (run('apt-get', ['install', '-y', '-qq', 'chromium'])) return true;
  }
  return run(join(import.meta.dirname, '../node_modules/.bin/playwright'), ['install', 'chromium']);
}

if (!findChromium() && !(install() && findChromium())) {
  console.error('No hay un Chromium: instala chromium o google-chrome y vuelve a intentar.');
  process.exit(1);
}
console.log(findChromium());
