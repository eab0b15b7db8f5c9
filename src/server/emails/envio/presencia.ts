import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PRESENCE } from '../cola.queries.ts';

/** A sender's name, and the lock by which others know that it lives. */
export type Presencia = { id: string; close: () => Promise<void> };

const AGAIN_MS = 500;

/**
 * Takes a name and holds its lock on a connection of its own, which the database drops when the process dies. A
 * connection that was lost is made anew with the same name.
 */
export async function announce(databaseUrl: string): Promise<Presencia> {
  const id = randomUUID();
  let closed = false;
  let client = await hold(databaseUrl, id);

  async function keep(): Promise<void> {
    for (;;) {
      await new Promise<void>((resolve) => client.once('end', () => resolve()));
      do {
        if (closed) return;
        await sleep(AGAIN_MS, undefined, { ref: false });
        client = await hold(databaseUrl, id).catch(() => client);
      } while (!isOpen(client));
      if (closed) return void (await client.end());
    }
  }
  void keep();
  return {
    id,
    close: async () => {
      closed = true;
      await client.end().catch(() => {});
    },
  };
}

const open = new WeakSet<pg.Client>();
const isOpen = (client: pg.Client) => open.has(client);

async function hold(databaseUrl: string, id: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'tmm-correo' });
  client.on('error', () => {});
  client.once('end', () => open.delete(client));
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1, hashtext($2))', [PRESENCE, id]);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  open.add(client);
  return client;
}
