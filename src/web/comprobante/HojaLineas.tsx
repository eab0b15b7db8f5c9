import type { Comprobante } from '#contract/comprobantes.ts';
import { formatPesos } from '#contract/money.ts';
import { Money } from '../ui/Money.tsx';
import classes from './hoja.module.css';

type Linea = Comprobante['lineas'][number];

/** What was sold, line by line, and the parts that its total is made of. */
export function HojaLineas({ doc }: { doc: Comprobante }) {
  const { lineas, neto, iva, exento, total } = doc;
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Detalle</th>
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {lineas.map((linea, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a receipt keep their order and have no other name.
            <LineaRow key={index} linea={linea} />
          ))}
        </tbody>
      </table>
      <dl className={classes.sums}>
        {iva > 0 && <Sum label="Neto" value={neto} />}
        {iva > 0 && <Sum label="IVA (19 %)" value={iva} />}
        {exento > 0 && <Sum label="Exento" value={exento} />}
        <Sum label="Total" value={total} strong />
      </dl>
    </>
  );
}

function LineaRow({ linea }: { linea: Linea }) {
  const { titulo, detalle, cantidad, precioUnitario, descuento, descuentoMotivo, anulada } = linea;
  return (
    <tr>
      <td>
        {anulada ? <s>{titulo}</s> : <strong>{titulo}</strong>}
        {detalle && <span className={classes.soft}>{detalle}</span>}
        <span className="tabular">
          {cantidad} × {formatPesos(precioUnitario)}
          {descuento > 0 && ` − ${formatPesos(descuento)} (${descuentoMotivo})`}
        </span>
        {anulada && <span>Anulada: no se cobra</span>}
      </td>
      <td>
        {anulada ? (
          <s>
            <Money value={linea.total} />
          </s>
        ) : (
          <Money value={linea.total} />
        )}
        {linea.total > 0 && (
          <span className={classes.soft}>{linea.exento > 0 ? 'Exento' : 'Afecto a IVA'}</span>
        )}
      </td>
    </tr>
  );
}

type SumProps = { label: string; value: number; strong?: boolean };

/** One amount of a sum, named. */
export function Sum({ label, value, strong = false }: SumProps) {
  return (
    <div className={strong ? classes.strong : undefined}>
      <dt>{label}</dt>
      <dd>
        <Money value={value} />
      </dd>
    </div>
  );
}
