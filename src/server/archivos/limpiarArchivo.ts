import type { Trx } from '../core/db/connect.ts';
import { enqueue } from '../core/jobs.ts';

export const LIMPIAR_ARCHIVO = 'limpiar-archivo';

/**
 * Has the worker delete an image if nothing shows it: at once for one that was replaced, the next day for
 * one just uploaded, whose form may still be open. In the transaction of its cause.
 */
export async function limpiarArchivo(trx: Trx, id: string, runAt?: Date): Promise<void> {
  await enqueue(trx, LIMPIAR_ARCHIVO, { id }, runAt ? { runAt } : {});
}
