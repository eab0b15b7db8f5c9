import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICKS_PER_SECOND = 100;

/** CPU seconds that a process has used; undefined where the system does not tell (it needs /proc). */
function cpuSeconds(pid: number | string): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return undefined;
  }
}

function childrenOf(pid: number): string[] {
  try {
    return readdirSync('/proc').filter((name) => {
      if (!/^\d+$/.test(name)) return false;
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        return Number(fields[1]) === pid;
      } catch {
        return false;
      }
    });
  } catch {
    return [];
  }
}

export type Cpu = { server: number; postgres: number; generator: number };

/** Measures, from now to the call of the result, how many cores each side kept busy. */
export function watchCpu(serverPid: number, postmaster: number): () => Cpu | undefined {
  const read = () => ({
    server: cpuSeconds(serverPid),
    postgres: new Map(childrenOf(postmaster).map((pid) => [pid, cpuSeconds(pid) ?? 0])),
    generator: process.cpuUsage(),
    at: performance.now(),
  });
  const before = read();
  return () => {
    const after = read();
    if (before.server === undefined || after.server === undefined) return undefined;
    const seconds = (after.at - before.at) / 1000;
    let postgres = 0;
    for (const [pid, used] of after.postgres) postgres += used - (before.postgres.get(pid) ?? 0);
    const generator =
      (after.generator.user +
        after.generator.system -
        before.generator.user -
        before.generator.system) /
      1e6;
    return {
      server: (after.server - before.server) / seconds,
      postgres: postgres / seconds,
      generator: generator / seconds,
    };
  };
}

/** Resident memory in MB. */
export function residentMb(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

/** Where the embedded PostgreSQL of a data folder listens, and its first process. */
export function embeddedServer(dataDir: string): { url: string; pid: number } {
  const lines = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(dataDir, 'postgres.clave'), 'utf8').trim();
  return {
    url: `postgres://tmm:${password}@127.0.0.1:${lines[3]?.trim()}/tmm`,
    pid: Number(lines[0]),
  };
}

/** The most memory that a process held at any moment, in MB; 0 where the system does not tell. */
export function peakMb(pid: number): number {
  try {
    const [, kb = '0'] =
      /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kb) / 1024;
  } catch {
    return 0;
  }
}
