import { Logger, type Runner, run, type Task } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Logger as Pino } from 'pino';
import type { Trx } from './db/connect.ts';

/** A job by name; `cron` (five fields, UTC) makes it recur. */
export type Job = {
  name: string;
  cron?: string;
  run: (payload: unknown) => Promise<void>;
};

export const quietWorkerLogger = new Logger(() => () => {});

/**
 * Puts a job in the queue, in the transaction of its cause. One with the `jobKey` of a job that still waits takes
 * its place, so that a job asked for many times runs once.
 */
export async function enqueue(
  trx: Trx,
  name: string,
  payload: Record<string, unknown>,
  options: { runAt?: Date; jobKey?: string } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
    run_at := ${options.runAt ?? null}::timestamptz,
    job_key := ${options.jobKey ?? null}::text)`.execute(trx);
}

/** Runs the jobs of this process until the runner is stopped; its `stop` waits for those under way. */
export async function startJobs(pool: pg.Pool, jobs: Job[], log: Pino): Promise<Runner> {
  const taskList = Object.fromEntries(
    jobs.map((job): [string, Task] => [job.name, async (payload) => job.run(payload)]),
  );
  const crontab = jobs
    .filter((job) => job.cron)
    .map((job) => `${job.cron} ${job.name} ?max=3&fill=1h`)
    .join('\n');
  return run({
    pgPool: pool,
    taskList,
    crontab,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error') log.error({ job: meta?.jobError ? undefined : meta }, message);
    }),
  });
}
