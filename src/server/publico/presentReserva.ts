import type { EstadoPago } from '#contract/cobros.ts';
import type { ReservaPublica } from '#contract/publico.ts';
import { saldosDe } from '../cobros/cobros.policy.ts';
import type { ComoPagar, CuentaBancaria } from './publico.queries.ts';

/** The account to transfer to; null until all of it is set. */
export function transferenciaDe(cuenta: CuentaBancaria): ReservaPublica['transferencia'] {
  const { banco, tipoCuenta, numeroCuenta, titularCuenta, rutCuenta, emailTransferencias } = cuenta;
  if (!banco || !tipoCuenta || !numeroCuenta || !titularCuenta || !rutCuenta) return null;
  return {
    banco,
    tipoCuenta,
    numeroCuenta,
    titular: titularCuenta,
    rut: rutCuenta,
    email: emailTransferencias,
  };
}

export type ReservaRow = ComoPagar & {
  codigo: string;
  estado: EstadoPago;
  total: number;
  pagado: number;
  venceEn: string | null;
  vencidoEn: string | null;
  comprobante: number | null;
};

/** A purchase as the person who holds its reference sees it; a hold past its time counts as expired. */
export function presentReserva(
  row: ReservaRow,
  lineas: ReservaPublica['lineas'],
  now: string,
): ReservaPublica {
  const overdue = row.estado === 'PENDIENTE' && row.venceEn !== null && row.venceEn <= now;
  return {
    codigo: row.codigo,
    estado: row.estado,
    lineas,
    total: row.total,
    pagado: row.pagado,
    saldo: saldosDe(row).saldo,
    venceEn: row.venceEn,
    vencida: overdue || (row.estado === 'ANULADO' && row.vencidoEn !== null),
    comprobante: row.comprobante,
    transferencia: transferenciaDe(row),
    instruccionesPago: row.instruccionesPago,
    whatsapp: row.whatsapp,
  };
}
