// Loads the sample in a process of its own, so that the server does not keep the memory it takes.
import { DatabaseInUseError, seedDemo } from './seedDemo.ts';

/** Ends with this when the database was not empty. */
const IN_USE = 3;
const { DEMO_DATABASE_URL = '', DEMO_NOW = '', DEMO_ZONA = '' } = process.env;

try {
  await seedDemo(DEMO_DATABASE_URL, { now: new Date(DEMO_NOW), zona: DEMO_ZONA });
} catch (error) {
  if (!(error instanceof DatabaseInUseError)) throw error;
  process.stderr.write(error.message);
  process.exit(IN_USE);
}
