import { z } from 'zod';
import { REVISAR_DUPLICADOS } from '../clientes/revisarDuplicados.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import type { Job } from '../core/jobs.ts';
import { BUSCAR_DUPLICADOS, buscarEnTodos, buscarNuevos } from './buscar.ts';
import { forgetDatos } from './fusiones.queries.ts';
import { refreshPares } from './parecidos.queries.ts';
import { undoableSince } from './plazo.policy.ts';

const MINUTES_MS = 60_000;
const payload = z.object({ clienteId: z.int() });

export function duplicadosJobs(deps: Deps): Job[] {
  const { db, now } = deps;
  return [
    { name: BUSCAR_DUPLICADOS, cron: '40 6 * * *', run: () => buscarEnTodos(deps) },
    {
      name: 'duplicados-nuevos',
      cron: '*/10 * * * *',
      run: () => buscarNuevos(deps, new Date(now().getTime() - 15 * MINUTES_MS).toISOString()),
    },
    {
      name: REVISAR_DUPLICADOS,
      run: async (given) => {
        const { clienteId } = payload.parse(given);
        await transaction(db, (trx) => refreshPares(trx, [clienteId]));
      },
    },
    {
      name: 'fusiones-olvidar',
      cron: '50 6 * * *',
      run: () => forgetDatos(db, undoableSince(now().toISOString())),
    },
  ];
}
