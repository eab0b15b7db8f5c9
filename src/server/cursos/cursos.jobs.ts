import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import type { Job } from '../core/jobs.ts';
import { deleteVideo, retireVideo, selectSobrantes } from './video.queries.ts';

const DAY_MS = 86_400_000;
const BATCH = 20;

export function cursosJobs({ db, now, log }: Deps): Job[] {
  return [
    {
      name: 'limpiar-videos',
      cron: '41 * * * *',
      run: async () => {
        // A day, because the form of one just uploaded may still be open.
        const before = new Date(now().getTime() - DAY_MS).toISOString();
        for (const id of await selectSobrantes(db, before, BATCH)) {
          const retired = await transaction(db, (trx) => retireVideo(trx, id));
          if (!retired) continue;
          await deleteVideo(db, id);
          log.info({ video: id }, 'unused video deleted');
        }
      },
    },
  ];
}
