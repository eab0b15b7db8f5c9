import type { Deps } from '../core/context.ts';
import type { Job } from '../core/jobs.ts';
import { foldCifras } from './cifras.queries.ts';

export function reportesJobs(deps: Deps): Job[] {
  return [{ name: 'reportes-cifras', cron: '* * * * *', run: () => foldCifras(deps.db) }];
}
