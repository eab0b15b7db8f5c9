// `npm start`: the web built if stale, then the server in this very process.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build-web.ts')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
await import('../src/server/main.ts');
