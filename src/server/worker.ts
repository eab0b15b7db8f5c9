import type pg from 'pg';
import type { Deps } from './core/context.ts';
import { type Job, startJobs } from './core/jobs.ts';

/** The job table: every feature's jobs, in one place. */
function jobTable(_deps: Deps): Job[] {
  return [];
}

export function startWorker(deps: Deps, pool: pg.Pool) {
  return startJobs(pool, jobTable(deps), deps.log);
}
