import { z } from 'zod';
import { type Deps, jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import type { Job } from '../core/jobs.ts';
import { PREPARAR_ENLACE, prepareEnlace } from './prepareEnlace.ts';

const payload = z.object({ email: z.string() });

export function portalJobs(deps: Deps): Job[] {
  const { db, now } = deps;
  return [
    {
      name: PREPARAR_ENLACE,
      run: (given) => {
        const { email } = payload.parse(given);
        const ctx = jobCtx(now(), PREPARAR_ENLACE);
        return transaction(db, (trx) => prepareEnlace(trx, ctx, deps, email));
      },
    },
  ];
}
