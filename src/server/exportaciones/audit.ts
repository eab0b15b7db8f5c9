import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';

export type Exportado = { lista: string; formato: string; filtros: Record<string, unknown> };

const ENTIDAD = 'EXPORTACION';
const ACCION = 'EXPORTAR';

/** Notes who takes what out, before any of it leaves; `total` is how many rows there were to begin with. */
export function noteExport(db: Db, ctx: Ctx, what: Exportado, total: number): Promise<void> {
  return transaction(db, (trx) =>
    audit(trx, ctx, {
      accion: ACCION,
      entidad: ENTIDAD,
      entidadId: ctx.requestId,
      despues: { ...what, filas: total },
    }),
  );
}

/** Notes how many rows left in the end, and whether they were all. */
export async function finishExport(
  db: Db,
  ctx: Ctx,
  despues: Exportado & { filas: number; completa: boolean },
): Promise<void> {
  await db
    .updateTable('auditoria')
    .set({ despues: JSON.stringify(despues) })
    .where('entidad', '=', ENTIDAD)
    .where('entidadId', '=', ctx.requestId)
    .execute();
}
