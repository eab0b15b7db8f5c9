// Proves that the layer rule is awake: plants a forbidden import and expects it to be found.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const planted = [
  { file: 'src/contract/planted.ts', text: "import '../server/core/errors.ts';\n" },
  { file: 'src/web/ui/planted.ts', text: "import '#server/core/errors.ts';\n" },
  { file: 'src/server/core/planted.ts', text: "import '../auth/session.ts';\n" },
];

for (const { file, text } of planted) {
  const path = join(root, file);
  writeFileSync(path, text);
  try {
    const { status, stdout } = spawnSync(
      join(root, 'node_modules/.bin/depcruise'),
      ['src', '--output-type', 'err'],
      { cwd: root, encoding: 'utf8' },
    );
    if (status === 0 || !stdout.includes(file)) {
      console.error(`The layer rule did not see the import planted in ${file}.`);
      process.exit(1);
    }
  } finally {
    rmSync(path);
  }
}
console.log('each planted import was found');
