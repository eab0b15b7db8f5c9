import type pg from 'pg';
import { archivosJobs } from './archivos/archivos.jobs.ts';
import { clientesJobs } from './clientes/clientes.jobs.ts';
import { cobrosJobs } from './cobros/cobros.jobs.ts';
import type { Deps } from './core/context.ts';
import { type Job, startJobs } from './core/jobs.ts';
import { cursosJobs } from './cursos/cursos.jobs.ts';
import { esperaJobs } from './espera/espera.jobs.ts';
import { portalJobs } from './portal/portal.jobs.ts';
import { resenasJobs } from './resenas/resenas.jobs.ts';

/** The job table: every feature's jobs, in one place. */
export function jobTable(deps: Deps): Job[] {
  return [
    ...archivosJobs(deps),
    ...clientesJobs(deps),
    ...cobrosJobs(deps),
    ...cursosJobs(deps),
    ...esperaJobs(deps),
    ...portalJobs(deps),
    ...resenasJobs(deps),
  ];
}

export function startWorker(deps: Deps, pool: pg.Pool) {
  return startJobs(pool, jobTable(deps), deps.log);
}
