import type { Comprobante } from '#contract/comprobantes.ts';
import { nombresMedio } from '#contract/medios.ts';
import { Money } from '../ui/Money.tsx';
import { formatInstant } from '../ui/time.ts';
import { Sum } from './HojaLineas.tsx';
import classes from './hoja.module.css';

const tipos = { PAGO: 'Pago', REEMBOLSO: 'Reembolso', REVERSO: 'Reverso' } as const;

/** Each movement of money, and what is left to pay or to give back. */
export function HojaPagos({ doc }: { doc: Comprobante }) {
  const { pagos, zona, pagado } = doc;
  return (
    <>
      {pagos.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Pagos</th>
              <th scope="col">Monto</th>
            </tr>
          </thead>
          <tbody>
            {pagos.map(({ tipo, monto, medio, referencia, fecha }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: movements are only ever added, at the end.
              <tr key={index}>
                <td>
                  <span>
                    {tipos[tipo]} · {formatInstant(fecha, zona, 'fecha')}
                  </span>
                  <span className={classes.soft}>
                    {[nombresMedio[medio], referencia && `ref. ${referencia}`]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </td>
                <td>
                  <Money value={tipo === 'PAGO' ? monto : -monto} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className={classes.sums}>
        <Sum label="Pagado" value={pagado} />
        <Sum {...lastOf(doc)} strong />
      </dl>
    </>
  );
}

function lastOf({ saldo, saldoAFavor, porReembolsar }: Comprobante) {
  if (porReembolsar > 0) return { label: 'Por devolver', value: porReembolsar };
  if (saldoAFavor > 0) return { label: 'A favor', value: saldoAFavor };
  return { label: 'Saldo por pagar', value: saldo };
}
