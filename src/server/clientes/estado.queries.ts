import type { CausaEstado, EstadoCliente } from '#contract/clientes.ts';
import type { Trx } from '../core/db/connect.ts';

export function lockEstado(trx: Trx, clienteId: number) {
  return trx
    .selectFrom('cliente')
    .select(['id', 'estado', 'version'])
    .where('id', '=', clienteId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type CambioEstado = {
  clienteId: number;
  de: EstadoCliente | null;
  a: EstadoCliente;
  causa: CausaEstado;
  motivo: string | null;
  usuarioId: string | null;
  now: string;
};

/** The only writer of `cliente.estado` and of its history. */
export async function writeEstado(trx: Trx, cambio: CambioEstado): Promise<void> {
  if (cambio.de !== null) {
    await trx
      .updateTable('cliente')
      .set({ estado: cambio.a, actualizadoEn: cambio.now })
      .where('id', '=', cambio.clienteId)
      .execute();
  }
  await trx
    .insertInto('clienteEstado')
    .values({
      clienteId: cambio.clienteId,
      de: cambio.de,
      a: cambio.a,
      causa: cambio.causa,
      motivo: cambio.motivo,
      usuarioId: cambio.usuarioId,
      creadoEn: cambio.now,
    })
    .execute();
}

export async function touchActividad(trx: Trx, clienteId: number, now: string): Promise<void> {
  await trx
    .updateTable('cliente')
    .set({ ultimaActividadEn: now })
    .where('id', '=', clienteId)
    .execute();
}

/** Whether the Cliente has a live line in an ABONADO or PAGADO Cobro, or money not given back. */
export async function hasConfirmedPurchase(trx: Trx, clienteId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('cobro')
    .select('id')
    .where('clienteId', '=', clienteId)
    .where((eb) => eb.or([eb('estado', 'in', ['ABONADO', 'PAGADO']), eb('pagado', '>', 0)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
