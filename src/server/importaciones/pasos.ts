import type { EstadoImportacion } from '#contract/importaciones.ts';
import type { Trx } from '../core/db/connect.ts';
import { enqueue } from '../core/jobs.ts';

type Paso = Extract<EstadoImportacion, 'LEYENDO' | 'REVISANDO' | 'IMPORTANDO' | 'DESHACIENDO'>;

export const jobDe: Record<Paso, string> = {
  LEYENDO: 'importaciones-leer',
  REVISANDO: 'importaciones-revisar',
  IMPORTANDO: 'importaciones-importar',
  DESHACIENDO: 'importaciones-deshacer',
};

/** A job ends after this, and the next goes on: other jobs get their turn, and a stop of the process waits no longer. */
export const TURNO_MS = 2_000;

export function esPaso(estado: EstadoImportacion): estado is Paso {
  return estado in jobDe;
}

/** Puts the work of a step in the queue, in the transaction of its cause. */
export function enqueuePaso(trx: Trx, importacionId: number, paso: Paso): Promise<void> {
  const job = jobDe[paso];
  return enqueue(trx, job, { importacionId }, { jobKey: `${job}:${importacionId}` });
}
