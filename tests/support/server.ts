import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#server/core/db/embedded.ts';

/** Runs the work on an empty PostgreSQL of its own, gone afterwards. */
export async function withTemporaryServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await startTemporaryServer();
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

/** An empty PostgreSQL in a temporary folder that every user may enter. */
export async function startTemporaryServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'tmm-pg-'));
  await chmod(dir, 0o755);
  const server = await startEmbedded(dir);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
