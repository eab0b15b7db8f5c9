import type { Deps } from '../core/context.ts';
import type { Job } from '../core/jobs.ts';
import { avisarVencimientos } from './avisarVencimientos.ts';
import { recordar } from './recordar.ts';

export function automaticosJobs(deps: Deps): Job[] {
  return [
    {
      name: 'recordar-talleres',
      // Each hour, as the clock of the business is not that of the schedule: it knows when to act.
      cron: '0 * * * *',
      run: async () => {
        const queued = await recordar(deps);
        if (queued > 0) deps.log.info({ queued }, 'reminders queued');
      },
    },
    {
      name: 'avisar-vencimientos',
      cron: '*/10 * * * *',
      run: async () => {
        const queued = await avisarVencimientos(deps);
        if (queued > 0) deps.log.info({ queued }, 'warnings of holds queued');
      },
    },
  ];
}
