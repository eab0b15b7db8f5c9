import type { LineaCobro } from '#contract/cobros.ts';
import { DataRows } from '../../ui/DataRows.tsx';
import { Money } from '../../ui/Money.tsx';
import classes from './Cobro.module.css';

/** The parts that the server split of the live lines. */
export function LineasDesglose({ lineas }: { lineas: LineaCobro[] }) {
  const live = lineas.filter(({ anuladaEn }) => anuladaEn === null);
  const sum = (part: 'neto' | 'iva' | 'exento') =>
    live.reduce((total, linea) => total + linea[part], 0);
  const exento = sum('exento');
  return (
    <div className={classes.desglose}>
      <DataRows
        rows={[
          { label: 'Neto', value: <Money value={sum('neto')} /> },
          { label: 'IVA (19 %)', value: <Money value={sum('iva')} /> },
          { label: 'Exento', value: exento > 0 ? <Money value={exento} /> : null },
        ]}
      />
    </div>
  );
}
