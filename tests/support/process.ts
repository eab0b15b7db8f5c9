import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type Ended = { code: number | null; output: string };
export type ServerProcess = {
  pid: number;
  url: string;
  /** All it said until then. */
  greeting: string;
  /** From its start until it said that it serves. */
  readyMs: number;
  kill: (signal: NodeJS.Signals) => Promise<Ended>;
};

/** An empty data folder that the system user of PostgreSQL may enter. */
export async function createDataDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tmm-datos-'));
  await chmod(dir, 0o755);
  return dir;
}

type Env = Record<string, string>;

/** Runs an entry point of ours on this Node, with no settings but those given, and with that on its standard input. */
export function runScript(
  entry: string,
  env: Env,
  args: string[] = [],
  input?: Buffer,
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const NODE_COMPILE_CACHE = join(root, 'node_modules/.cache/compile');
  const child = spawn(
    process.execPath,
    // As scripts/run.mjs does it, so that what is measured is what people run.
    [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=8',
      join(root, entry),
      ...args,
    ],
    {
      cwd: root,
      env: { PATH, HOME, NODE_COMPILE_CACHE, ...env },
      stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    },
  );
  child.stdin?.end(input);
  return child;
}

/** Waits until a process ends, and tells its code with all it wrote. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, output };
}

/** Starts the real server and waits until it serves; fails with what it wrote when it ends instead. */
export async function startServerProcess(env: Env, args: string[] = []): Promise<ServerProcess> {
  const started = performance.now();
  const child = runScript('src/server/main.ts', { PORT: '0', LOG_LEVEL: 'error', ...env }, args);
  const end = ended(child);
  const { url, greeting } = await Promise.race([
    new Promise<{ url: string; greeting: string }>((resolve) => {
      let text = '';
      child.stdout?.on('data', (chunk) => {
        text += chunk;
        const address = /está en (\S+)\/app/.exec(text)?.[1];
        if (address && text.includes('Ctrl-C')) resolve({ url: address, greeting: text });
      });
    }),
    end.then(({ code, output }) => {
      throw new Error(`the server ended with ${code}:\n${output}`);
    }),
  ]);
  return {
    pid: child.pid as number,
    url,
    greeting,
    readyMs: performance.now() - started,
    kill: (signal) => {
      child.kill(signal);
      return end;
    },
  };
}
