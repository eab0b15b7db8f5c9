// Every static check, in order of speed. Stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

export function runStep(title: string, command: string, args: string[]): void {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`✗ ${title}`);
    process.exit(status ?? 1);
  }
}

export function runChecks(): void {
  runStep('format and lint', bin('biome'), ['ci', '.']);
  runStep('types: server', bin('tsc'), ['-p', '.']);
  // Each web app registers its own routes for its links, so each is a program of its own.
  runStep('types: staff app', bin('tsc'), ['-p', 'src/web']);
  runStep('types: public pages', bin('tsc'), ['-p', 'src/web/portal']);
  runStep('types: journeys', bin('tsc'), ['-p', 'tests/e2e']);
  runStep('boundaries', bin('depcruise'), ['src', 'tests', 'scripts', 'bench']);
  runStep('boundaries hold', process.execPath, [join(root, 'scripts/check-boundaries.ts')]);
  runStep('dead code', bin('knip'), []);
  runStep('generated files', process.execPath, [
    join(root, 'scripts/generate-db-types.ts'),
    '--check',
  ]);
}

if (import.meta.main) runChecks();
