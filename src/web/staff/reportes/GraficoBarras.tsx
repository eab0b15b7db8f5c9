import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useMediaQuery } from '@mantine/hooks';
import { formatPesos } from '#contract/money.ts';
import { formatNumber, shortPesos } from './formatos.ts';
import { heightOf } from './graficoAlto.ts';

/** One dark, one light and one between, so that they differ without their colours too. */
const colors = [
  'var(--mantine-color-anchor)',
  'var(--mantine-color-yellow-5)',
  'var(--mantine-color-blue-6)',
] as const;
const pale = 'light-dark(var(--mantine-color-gray-5), var(--mantine-color-dark-3))';

export type GraficoProps = {
  /** What is shown, for who does not see it: its numbers follow. */
  label: string;
  /** One bar, or group of bars, each: its name and its values in the order of the series. */
  data: { name: string; values: number[] }[];
  series: [string, ...string[]];
  pesos?: boolean;
  /** The last series is only there to compare with. */
  compared?: boolean;
  /** On top of one another: they add up to something. */
  stacked?: boolean;
  /** Where the axis of the values ends, when it is known. */
  max?: number;
  /** Bars that lie, for long names. */
  lying?: boolean;
};

export default function GraficoBarras(props: GraficoProps) {
  const {
    label,
    data,
    series,
    pesos = false,
    stacked = false,
    lying = false,
    compared = false,
    max,
  } = props;
  // On a phone long names leave the bars their place.
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const room = phone ? { letters: 22, width: 130 } : { letters: 36, width: 200 };
  const format = pesos ? formatPesos : formatNumber;
  const short = pesos ? shortPesos : formatNumber;
  const summary = data
    .map(({ name, values }) => {
      const each = values.map((value, i) =>
        series.length > 1 ? `${series[i]} ${format(value)}` : format(value),
      );
      return `${name}: ${each.join(', ')}`;
    })
    .join('; ');
  const rows = data.map(({ name, values }) => ({
    name: lying && name.length > room.letters ? `${name.slice(0, room.letters - 1)}…` : name,
    ...Object.fromEntries(series.map((one, i) => [one, values[i] ?? 0])),
  }));
  const colorOf = (i: number) =>
    compared && i === series.length - 1 ? pale : (colors[i] ?? colors[0]);
  const axis = {
    tickFormatter: short,
    allowDecimals: false,
    ...(max === undefined ? {} : { domain: [0, max] }),
  };
  const names = { width: lying ? room.width : pesos ? 72 : 48, interval: lying ? 0 : undefined };
  return (
    <div role="img" aria-label={`${label}. ${summary}`}>
      <BarChart
        h={heightOf(props)}
        data={rows}
        dataKey="name"
        type={stacked ? 'stacked' : 'default'}
        orientation={lying ? 'vertical' : 'horizontal'}
        series={series.map((name, i) => ({ name, color: colorOf(i) }))}
        valueFormatter={format}
        yAxisProps={lying ? names : { ...names, ...axis }}
        xAxisProps={lying ? axis : {}}
        barChartProps={{ accessibilityLayer: false }}
        withLegend={series.length > 1}
        legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
        tickLine="none"
        maxBarWidth={lying ? 22 : 40}
      />
    </div>
  );
}
