// Builds the web when its sources changed since the last build. Run in a process of its own by
// scripts/start.ts, so that the build tool's memory is gone before the server starts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist/web.hash');
const sources = ['src/web/**/*', 'src/contract/**/*.ts', 'vite.config.ts', 'package-lock.json'];

function hashSources(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, withFileTypes: true }).filter((f) => f.isFile());
  for (const path of files.map((f) => join(f.parentPath, f.name)).sort()) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Whether there is a build of exactly these sources. */
function isWebFresh(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources();
}

if (import.meta.main && !isWebFresh()) {
  console.log('Construyendo las pantallas…');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, hashSources());
}
