import type { Deps } from '../core/context.ts';
import type { Job } from '../core/jobs.ts';
import { revisarBuzon } from './buzon.ts';

export function rebotesJobs(deps: Deps): Job[] {
  return [
    {
      name: 'revisar-buzon',
      cron: '*/5 * * * *',
      run: async () => {
        const revision = await revisarBuzon(deps);
        if (revision?.rebotes) deps.log.info({ rebotes: revision.rebotes }, 'bounces read');
      },
    },
  ];
}
