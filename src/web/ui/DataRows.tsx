import type { ReactNode } from 'react';
import classes from './DataRows.module.css';

type Props = { rows: { label: string; value: ReactNode }[] };

/** The data of a record, each under its name; what is not known is left out. */
export function DataRows({ rows }: Props) {
  const known = rows.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <dl className={classes.rows}>
      {known.map(({ label, value }) => (
        <div key={label} className={classes.row}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
