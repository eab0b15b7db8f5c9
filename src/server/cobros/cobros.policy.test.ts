import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cobroPuede, estadoDePago, saldosDe } from './cobros.policy.ts';

const pesos = fc.integer({ min: 0, max: 1_000_000_000 });

describe('estado de pago', () => {
  it.each([
    [{ total: 40_000, pagado: 0, vivas: 1 }, 'PENDIENTE'],
    [{ total: 40_000, pagado: 1, vivas: 1 }, 'ABONADO'],
    [{ total: 40_000, pagado: 40_000, vivas: 1 }, 'PAGADO'],
    [{ total: 40_000, pagado: 50_000, vivas: 2 }, 'PAGADO'],
    [{ total: 0, pagado: 0, vivas: 1 }, 'PAGADO'],
    [{ total: 0, pagado: 40_000, vivas: 0 }, 'ANULADO'],
  ] as const)('%o is %s', (cobro, estado) => {
    expect(estadoDePago(cobro)).toBe(estado);
  });

  it('never has more than one of saldo, saldo a favor and por reembolsar, and they add up', () => {
    fc.assert(
      fc.property(pesos, pesos, fc.integer({ min: 0, max: 3 }), (bruto, pagado, vivas) => {
        const total = vivas === 0 ? 0 : bruto;
        const estado = estadoDePago({ total, pagado, vivas });
        const { saldo, saldoAFavor, porReembolsar } = saldosDe({ total, pagado, estado });
        expect([saldo, saldoAFavor, porReembolsar].filter((x) => x > 0).length).toBeLessThanOrEqual(
          1,
        );
        expect(pagado + saldo).toBe(total + saldoAFavor + porReembolsar);
        expect(estado === 'PAGADO').toBe(vivas > 0 && saldo === 0);
      }),
    );
  });
});

describe('what may be done', () => {
  const base = {
    total: 40_000,
    pagado: 0,
    vencidoEn: null,
    alerta: null,
    comprobante: null,
    pagos: 0,
  };
  it('takes no payment on a sale that someone annulled, but takes a late one', () => {
    const now = '2026-11-01T00:00:00.000Z';
    expect(cobroPuede({ ...base, estado: 'ANULADO' }, true).registrarPago).toBe(false);
    expect(cobroPuede({ ...base, estado: 'ANULADO', vencidoEn: now }, true).registrarPago).toBe(
      true,
    );
  });

  it('numbers the receipt once, and of an annulled sale only when it saw money', () => {
    const may = (rest: object) =>
      cobroPuede({ ...base, estado: 'PENDIENTE', ...rest }, true).emitirComprobante;
    expect(may({})).toBe(true);
    expect(may({ comprobante: 7 })).toBe(false);
    expect(may({ estado: 'ANULADO' })).toBe(false);
    expect(may({ estado: 'ANULADO', pagos: 2 })).toBe(true);
  });

  it('gives nothing to who may not sell', () => {
    const puede = cobroPuede(
      { ...base, pagado: 10, alerta: 'PAGO_SIN_CUPO', estado: 'ABONADO' },
      false,
    );
    expect(Object.values(puede)).not.toContain(true);
  });
});
