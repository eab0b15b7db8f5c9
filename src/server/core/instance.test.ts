import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AlreadyRunningError, claimDataDir } from './instance.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tmm-claim-'));
  file = join(dir, 'servidor.pid');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The id of a process that lived and died. */
function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  return new Promise((resolve) => child.once('exit', () => resolve(child.pid ?? 0)));
}

describe('the claim on the data folder', () => {
  it('is refused while a live process holds it, and names that process', () => {
    const release = claimDataDir(dir);
    expect(() => claimDataDir(dir)).toThrow(AlreadyRunningError);
    expect(() => claimDataDir(dir)).toThrow(String(process.pid));
    release();
    expect(existsSync(file)).toBe(false);
    claimDataDir(dir)();
  });

  it('makes the folder when it is missing', () => {
    const inner = join(dir, 'a', 'b');
    const release = claimDataDir(inner);
    expect(existsSync(join(inner, 'servidor.pid'))).toBe(true);
    release();
  });

  it('is taken over from a process that died', async () => {
    writeFileSync(file, `${await deadPid()} Mon Jan 1 00:00:00 2024`);
    const release = claimDataDir(dir);
    expect(readFileSync(file, 'utf8')).toContain(String(process.pid));
    release();
  });

  it('is taken over when another process got the id of the one that died', () => {
    writeFileSync(file, `${process.pid} Mon Jan 1 00:00:00 2024`);
    claimDataDir(dir)();
  });

  it('is taken over when it was never written whole', () => {
    writeFileSync(file, '');
    claimDataDir(dir)();
  });

  it('is taken over from the dead also where there is no ps', async () => {
    const path = process.env.PATH;
    const dead = await deadPid();
    process.env.PATH = '';
    try {
      writeFileSync(file, `${dead} unknown`);
      const release = claimDataDir(dir);
      expect(() => claimDataDir(dir)).toThrow(AlreadyRunningError);
      release();
    } finally {
      process.env.PATH = path;
    }
  });

  it('is not given back by who lost it', () => {
    const release = claimDataDir(dir);
    writeFileSync(file, '1 otro');
    release();
    expect(readFileSync(file, 'utf8')).toBe('1 otro');
  });
});
