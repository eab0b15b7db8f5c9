import { z } from 'zod';
import type { Deps } from '../core/context.ts';
import type { Job } from '../core/jobs.ts';
import { JOB_PREPARAR, prepareTurno } from './preparar.ts';
import { tendCampanas } from './programadas.ts';
import { JOB_RETIRAR, withdrawTurno } from './retirar.ts';

const payload = z.object({ campanaId: z.int() });

export function campanasJobs(deps: Deps): Job[] {
  return [
    { name: 'campanas', cron: '* * * * *', run: () => tendCampanas(deps) },
    { name: JOB_PREPARAR, run: (data) => prepareTurno(deps, payload.parse(data).campanaId) },
    { name: JOB_RETIRAR, run: (data) => withdrawTurno(deps, payload.parse(data).campanaId) },
  ];
}
