// The whole proof: checks, tests on a real PostgreSQL, journeys in a real browser. Ends with the counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks, runStep } from './check.ts';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const reports = mkdtempSync(join(tmpdir(), 'tmm-reports-'));

type Counts = { passed: number; failed: number };

function vitest(): Counts {
  const file = join(reports, 'vitest.json');
  runTests(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
}

function playwright(): Counts {
  const file = join(reports, 'playwright.json');
  runTests(bin('playwright'), ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

let broken = false;
function runTests(command: string, args: string[], env: Record<string, string> = {}): void {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) broken = true;
}

runChecks();
runStep('web build', process.execPath, [join(root, 'scripts/build-web.ts')]);
runStep('browser', process.execPath, [join(root, 'scripts/ensure-browser.ts')]);
const counts = [vitest(), playwright()];
const total = (key: keyof Counts) => counts.reduce((sum, c) => sum + c[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(broken || total('failed') > 0 ? 1 : 0);
