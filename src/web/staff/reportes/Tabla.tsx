import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './reportes.module.css';

export type Columna<T> = {
  title: string;
  render: (row: T) => ReactNode;
  /** Of all rows; stands under the column. */
  total?: ReactNode;
  /** Amounts and counts stand at the right; the first column never is one. */
  text?: boolean;
};

type Props<T> = {
  /** What the rows are, for who does not see them. */
  label: string;
  columns: [Columna<T>, ...Columna<T>[]];
  rows: T[];
  keyOf: (row: T) => string | number;
};

/** The numbers of a report, aligned to be compared. */
export function Tabla<T>({ label, columns, rows, keyOf }: Props<T>) {
  const [first, ...rest] = columns;
  const totals = columns.some(({ total }) => total !== undefined) && rows.length > 1;
  const side = ({ text }: Columna<T>) => (text ? undefined : classes.numeric);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
    <div className={classes.scroll} tabIndex={0}>
      <Table className={classes.table} verticalSpacing="xs" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.first}>
              {first.title}
            </Table.Th>
            {rest.map((column) => (
              <Table.Th key={column.title} scope="col" className={side(column)}>
                {column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              <Table.Th scope="row" fw={500} className={classes.first}>
                {first.render(row)}
              </Table.Th>
              {rest.map((column) => (
                <Table.Td key={column.title} className={side(column)}>
                  {column.render(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {totals && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" className={classes.first}>
                {first.total ?? 'Total'}
              </Table.Th>
              {rest.map((column) => (
                <Table.Td key={column.title} className={side(column)} fw={650}>
                  {column.total}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </div>
  );
}
