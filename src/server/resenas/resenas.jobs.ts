import type { Deps } from '../core/context.ts';
import type { Job } from '../core/jobs.ts';
import { pedirResenas } from './pedirResenas.ts';

export function resenasJobs(deps: Deps): Job[] {
  return [
    {
      name: 'pedir-resenas',
      // Each hour, as the clock of the business is not that of the schedule: it knows when to act.
      cron: '0 * * * *',
      run: async () => {
        const prepared = await pedirResenas(deps);
        if (prepared > 0) deps.log.info({ prepared }, 'reviews asked for');
      },
    },
  ];
}
