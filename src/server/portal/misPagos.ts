import type { Answer } from '#contract/endpoint.ts';
import type { listMisPagos as contract, MiCobro } from '#contract/portal.ts';
import { saldosDe } from '../cobros/cobros.policy.ts';
import { readComprobante } from '../comprobantes/readComprobante.ts';
import type { Db } from '../core/db/connect.ts';
import { jsonInstant } from '../core/db/json.ts';
import { found } from '../core/errors.ts';
import { transferenciaDe } from '../publico/presentReserva.ts';
import { comoPagar } from '../publico/publico.queries.ts';
import { isMiCobro, type MiCobroRow, selectMisCobros } from './misPagos.queries.ts';

/** What a student bought, paid and owes in pesos, and how to pay it; a hold that ran out is not owed. */
export async function listMisPagos(
  db: Db,
  { clienteId, now }: { clienteId: number; now: string },
): Promise<Answer<typeof contract>> {
  const [rows, negocio] = await Promise.all([
    selectMisCobros(db, clienteId),
    db.selectFrom('negocio').select(comoPagar).executeTakeFirstOrThrow(),
  ]);
  const items = rows.map((row) => presentMiCobro(row, now));
  return {
    items,
    saldo: items.reduce((sum, { saldo, vencida }) => sum + (vencida ? 0 : saldo), 0),
    transferencia: transferenciaDe(negocio),
    instruccionesPago: negocio.instruccionesPago,
    whatsapp: negocio.whatsapp,
  };
}

function presentMiCobro({ vencidoEn, ...row }: MiCobroRow, now: string): MiCobro {
  const pending = row.estado === 'PENDIENTE';
  const overdue = pending && row.venceEn !== null && row.venceEn <= now;
  return {
    ...row,
    ...saldosDe(row),
    venceEn: pending ? row.venceEn : null,
    vencida: overdue || (row.estado === 'ANULADO' && vencidoEn !== null),
    pagos: (row.pagos ?? []).map((pago) => ({ ...pago, fecha: jsonInstant(pago.fecha) })),
  };
}

/**
 * The receipt of one of a student's own sales.
 * @throws {AppError} NO_ENCONTRADO when the sale is another's, or has none yet.
 */
export async function readMiComprobante(
  db: Db,
  mine: { clienteId: number; cobroId: number },
  zona: string,
) {
  found((await isMiCobro(db, mine)) || undefined, 'ese comprobante');
  return readComprobante(db, mine.cobroId, { zona });
}
