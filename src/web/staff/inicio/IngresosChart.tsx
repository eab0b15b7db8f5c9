import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { formatPesos } from '#contract/money.ts';
import type { Tablero } from '#contract/reportes.ts';
import { formatMonth } from '../../ui/time.ts';

const decimal = new Intl.NumberFormat('es-CL', { maximumFractionDigits: 1 });

/** `$1,2 M`, `$500 mil`: short enough for an axis. */
function shortPesos(value: number): string {
  if (Math.abs(value) >= 1_000_000) return `$${decimal.format(value / 1_000_000)} M`;
  if (Math.abs(value) >= 1000) return `$${decimal.format(value / 1000)} mil`;
  return `$${value}`;
}

export default function IngresosChart({ meses }: { meses: Tablero['ingresosMensuales'] }) {
  const data = meses.map(({ mes, ingresos }) => ({
    mes: formatMonth(mes, 'short'),
    Ingresos: ingresos,
  }));
  const summary = meses
    .map(({ mes, ingresos }) => `${formatMonth(mes, 'long')}: ${formatPesos(ingresos)}`)
    .join('; ');
  return (
    <div role="img" aria-label={`Ingresos por mes. ${summary}`}>
      <BarChart
        h={260}
        data={data}
        dataKey="mes"
        series={[{ name: 'Ingresos', color: 'var(--mantine-color-anchor)' }]}
        valueFormatter={formatPesos}
        yAxisProps={{ tickFormatter: shortPesos, width: 72 }}
        barChartProps={{ accessibilityLayer: false }}
        tickLine="none"
        maxBarWidth={40}
      />
    </div>
  );
}
