import { z } from 'zod';
import type { Deps } from '../core/context.ts';
import type { Job } from '../core/jobs.ts';
import { undoTurno } from './deshacer.ts';
import { importTurno } from './importar.ts';
import { leer } from './leer.ts';
import { cleanImportaciones, resumeImportaciones } from './limpiar.ts';
import { conPocaMemoria } from './memoria.ts';
import { jobDe } from './pasos.ts';
import { revisar } from './revisar.ts';

const payload = z.object({ importacionId: z.int() });

export function importacionesJobs(deps: Deps): Job[] {
  const job = (name: string, work: (deps: Deps, id: number) => Promise<void>): Job => ({
    name,
    run: (data) => conPocaMemoria(() => work(deps, payload.parse(data).importacionId)),
  });
  return [
    { name: 'importaciones', cron: '* * * * *', run: () => resumeImportaciones(deps) },
    { name: 'importaciones-limpiar', cron: '50 8 * * *', run: () => cleanImportaciones(deps) },
    job(jobDe.LEYENDO, leer),
    job(jobDe.REVISANDO, revisar),
    job(jobDe.IMPORTANDO, importTurno),
    job(jobDe.DESHACIENDO, undoTurno),
  ];
}
