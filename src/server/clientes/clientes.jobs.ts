import type { Deps } from '../core/context.ts';
import type { Job } from '../core/jobs.ts';
import { inactivate } from './inactivar.ts';
import { deleteOldCambios } from './lista.queries.ts';

export function clientesJobs(deps: Deps): Job[] {
  return [
    { name: 'clientes-inactivar', cron: '30 7 * * *', run: () => inactivate(deps) },
    { name: 'clientes-cambios', cron: '10 8 * * *', run: () => deleteOldCambios(deps.db) },
  ];
}
