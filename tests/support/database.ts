import type { TestProject } from 'vitest/node';
import { migrate } from '#server/core/db/migrate.ts';
import { startTemporaryServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/** One PostgreSQL for the whole run; its migrated database is the template of each test file's own. */
export default async function setup({ provide }: TestProject) {
  const server = await startTemporaryServer();
  await migrate(server.url);
  provide('templateUrl', server.url);
  return server.stop;
}
