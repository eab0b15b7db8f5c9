import type pg from 'pg';
import { archivosJobs } from './archivos/archivos.jobs.ts';
import { createArmar } from './automaticos/armar.ts';
import { automaticosJobs } from './automaticos/automaticos.jobs.ts';
import { campanasJobs } from './campanas/campanas.jobs.ts';
import { completarCampanas } from './campanas/completarCampanas.ts';
import { pauseBySystem } from './campanas/pauseBySystem.ts';
import { clientesJobs } from './clientes/clientes.jobs.ts';
import { cobrosJobs } from './cobros/cobros.jobs.ts';
import type { Deps } from './core/context.ts';
import { type Job, startJobs } from './core/jobs.ts';
import { cursosJobs } from './cursos/cursos.jobs.ts';
import { duplicadosJobs } from './duplicados/duplicados.jobs.ts';
import { type Ganchos, startSender } from './emails/envio/sender.ts';
import { esperaJobs } from './espera/espera.jobs.ts';
import { importacionesJobs } from './importaciones/importaciones.jobs.ts';
import { portalJobs } from './portal/portal.jobs.ts';
import { rebotesJobs } from './rebotes/rebotes.jobs.ts';
import { reportesJobs } from './reportes/reportes.jobs.ts';
import { resenasJobs } from './resenas/resenas.jobs.ts';

/** The job table: every feature's jobs, in one place. */
export function jobTable(deps: Deps): Job[] {
  return [
    ...archivosJobs(deps),
    ...automaticosJobs(deps),
    ...campanasJobs(deps),
    ...clientesJobs(deps),
    ...cobrosJobs(deps),
    ...cursosJobs(deps),
    ...duplicadosJobs(deps),
    ...esperaJobs(deps),
    ...importacionesJobs(deps),
    ...portalJobs(deps),
    ...rebotesJobs(deps),
    ...reportesJobs(deps),
    ...resenasJobs(deps),
  ];
}

/** What the sender of mail asks of the features above it. */
export function ganchosDe(deps: Deps): Ganchos {
  return {
    armar: createArmar(deps),
    completar: ({ db, now }) => completarCampanas(db, now()),
    pausar: pauseBySystem,
  };
}

/** Runs jobs and sends mail until it is stopped; its `stop` waits for what is under way. */
export async function startWorker(deps: Deps, pool: pg.Pool, databaseUrl: string) {
  const jobs = await startJobs(pool, jobTable(deps), deps.log);
  const sender = await startSender({ deps, databaseUrl, ganchos: ganchosDe(deps) });
  return { stop: () => Promise.all([jobs.stop(), sender.stop()]) };
}
