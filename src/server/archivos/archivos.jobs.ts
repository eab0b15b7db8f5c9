import { z } from 'zod';
import type { Deps } from '../core/context.ts';
import type { Job } from '../core/jobs.ts';
import { deleteUnused } from './archivos.queries.ts';
import { LIMPIAR_ARCHIVO } from './limpiarArchivo.ts';

const payload = z.object({ id: z.uuid() });

export function archivosJobs({ db }: Deps): Job[] {
  return [
    { name: LIMPIAR_ARCHIVO, run: async (given) => deleteUnused(db, payload.parse(given).id) },
  ];
}
