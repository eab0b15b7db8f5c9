import type { Trx } from '../core/db/connect.ts';
import { enqueue } from '../core/jobs.ts';

/** The job that looks for whom one Cliente may be the same as. */
export const REVISAR_DUPLICADOS = 'duplicados-revisar';

/** Asks for it after what the caller wrote. */
export async function enqueueRevision(trx: Trx, clienteId: number): Promise<void> {
  const jobKey = `${REVISAR_DUPLICADOS}:${clienteId}`;
  await enqueue(trx, REVISAR_DUPLICADOS, { clienteId }, { jobKey });
}
