import type { EstadoPago } from '#contract/cobros.ts';

type Montos = { total: number; pagado: number };

/**
 * The state of payment, always derived: ANULADO when no line is live; PAGADO when pagado ≥ total (a
 * total of 0 is PAGADO); ABONADO when something is paid; else PENDIENTE. Amounts in pesos.
 */
export function estadoDePago({ total, pagado, vivas }: Montos & { vivas: number }): EstadoPago {
  if (vivas === 0) return 'ANULADO';
  if (pagado >= total) return 'PAGADO';
  return pagado > 0 ? 'ABONADO' : 'PENDIENTE';
}

/**
 * What is still owed, the excess over the total, and the money left on an annulled Cobro, in pesos.
 * At most one of the three is more than zero.
 */
export function saldosDe({ total, pagado, estado }: Montos & { estado: EstadoPago }): {
  saldo: number;
  saldoAFavor: number;
  porReembolsar: number;
} {
  if (estado === 'ANULADO') return { saldo: 0, saldoAFavor: 0, porReembolsar: pagado };
  return {
    saldo: Math.max(total - pagado, 0),
    saldoAFavor: Math.max(pagado - total, 0),
    porReembolsar: 0,
  };
}

type CobroState = Montos & {
  estado: EstadoPago;
  vencidoEn: string | null;
  alerta: string | null;
  comprobante: number | null;
  /** How many movements of money it has. */
  pagos: number;
};

/** What may be done with a Cobro by someone who sells; an expired one still takes its late payment. */
export function cobroPuede(cobro: CobroState, vender: boolean) {
  const anulado = cobro.estado === 'ANULADO';
  return {
    registrarPago: vender && (!anulado || cobro.vencidoEn !== null),
    reembolsar: vender && cobro.pagado > 0,
    anular: vender && !anulado,
    resolverAlerta: vender && cobro.alerta !== null,
    emitirComprobante: vender && cobro.comprobante === null && (!anulado || cobro.pagos > 0),
  };
}
