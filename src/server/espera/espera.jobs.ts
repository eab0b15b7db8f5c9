import { z } from 'zod';
import { type Deps, jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import type { Job } from '../core/jobs.ts';
import { OFRECER_CUPOS } from '../talleres/cupos.ts';
import { advanceEspera } from './advanceEspera.ts';
import { selectPorAtender } from './espera.queries.ts';

const payload = z.object({ tallerId: z.int() });

export function esperaJobs(deps: Deps): Job[] {
  const { db, now, log } = deps;
  const advance = async (tallerId: number, name: string) => {
    const ctx = jobCtx(now(), name);
    const made = await transaction(db, (trx) => advanceEspera(trx, ctx, deps, tallerId));
    if (made > 0) log.info({ tallerId, ofertas: made }, 'seats offered');
  };
  return [
    {
      name: OFRECER_CUPOS,
      run: async (given) => advance(payload.parse(given).tallerId, OFRECER_CUPOS),
    },
    {
      name: 'atender-esperas',
      cron: '* * * * *',
      run: async () => {
        for (const tallerId of await selectPorAtender(db, now().toISOString())) {
          await advance(tallerId, 'atender-esperas');
        }
      },
    },
  ];
}
