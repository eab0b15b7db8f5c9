import { type Deps, jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import type { Job } from '../core/jobs.ts';
import { vencer } from './anular.ts';

const BATCH = 50;

export function cobrosJobs({ db, now, log }: Deps): Job[] {
  return [
    {
      name: 'vencer-reservas',
      cron: '* * * * *',
      run: async () => {
        let vencidas = 0;
        for (;;) {
          const ctx = jobCtx(now(), 'vencer-reservas');
          const batch = await transaction(db, (trx) => vencer(trx, ctx, { limit: BATCH }));
          vencidas += batch;
          if (batch < BATCH) break;
        }
        if (vencidas > 0) log.info({ vencidas }, 'holds expired');
      },
    },
    {
      name: 'borrar-idempotencia',
      cron: '17 6 * * *',
      run: async () => {
        const limit = new Date(now().getTime() - 7 * 86_400_000).toISOString();
        await db.deleteFrom('idempotencia').where('creadoEn', '<', limit).execute();
      },
    },
  ];
}
