import { registerEvento } from '../clientes/cambiarEstado.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { localDate } from '../core/time.ts';
import { selectAlumno } from './sesion.queries.ts';

/** Counts a visit to the portal as activity of the Cliente, once a local day of the business. */
export async function recordVisita(
  db: Db,
  ctx: Ctx,
  usuarioId: string,
  zone: string,
): Promise<void> {
  const row = await selectAlumno(db, usuarioId);
  if (!row) return;
  const last = row.ultimaActividadEn && localDate(row.ultimaActividadEn, zone);
  if (last && last >= localDate(ctx.now, zone)) return;
  await transaction(db, (trx) => registerEvento(trx, ctx, row.clienteId, 'ACTIVIDAD'));
}
