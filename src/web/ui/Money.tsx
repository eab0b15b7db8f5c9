import { formatPesos } from '#contract/money.ts';

/** Whole pesos, `$25.000`, with figures of one width. */
export function Money({ value }: { value: number }) {
  return (
    <span className="tabular" style={{ whiteSpace: 'nowrap' }}>
      {formatPesos(value)}
    </span>
  );
}
