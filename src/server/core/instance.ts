import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class AlreadyRunningError extends Error {}

/**
 * Claims the data folder for this process, so that a second server on the same data refuses to start.
 * A claim left by a process that died is taken over.
 * @returns a function that gives the claim back.
 * @throws {AlreadyRunningError} when a live process holds it.
 */
export function claimDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'servidor.pid');
  const mine = `${process.pid} ${processStart(process.pid)}`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => {
        if (readClaim(file) === mine) rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readClaim(file);
      const [pid = '', ...start] = holder.split(' ');
      if (isAlive(Number(pid)) && processStart(Number(pid)) === start.join(' ')) {
        throw new AlreadyRunningError(
          `Ya hay un servidor usando los datos de ${dataDir} (proceso ${pid}). Ciérralo antes, o define otro DATA_DIR.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new AlreadyRunningError(`Otro servidor está partiendo con los datos de ${dataDir}.`);
}

function readClaim(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When the process started, as the system tells it: tells a reused process id from the old one. */
function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold spaces, starttime is the twentieth field.
    return `tick ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return processStartByPs(pid);
  }
}

function processStartByPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .replace(/\s+/g, ' ');
  } catch {
    return 'unknown';
  }
}
