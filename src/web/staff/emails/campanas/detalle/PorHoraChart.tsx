import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { Informe } from '#contract/campanas.ts';
import { formatInstant } from '../../../../ui/time.ts';
import { useZone } from '../../../../ui/zone.tsx';
import { cifra } from '../palabras.ts';

export default function PorHoraChart({ horas }: { horas: Informe['porHora'] }) {
  const zone = useZone();
  const data = horas.map(({ hora, enviados }) => ({
    hora: formatInstant(hora, zone, 'diaHora'),
    Enviados: enviados,
  }));
  const summary = data.map(({ hora, Enviados }) => `${hora}: ${cifra(Enviados)}`).join('; ');
  return (
    <div role="img" aria-label={`Enviados por hora. ${summary}`}>
      <BarChart
        h={220}
        data={data}
        dataKey="hora"
        series={[{ name: 'Enviados', color: 'var(--mantine-color-anchor)' }]}
        valueFormatter={cifra}
        xAxisProps={{ minTickGap: 24 }}
        yAxisProps={{ allowDecimals: false, width: 64 }}
        barChartProps={{ accessibilityLayer: false }}
        tickLine="none"
        maxBarWidth={40}
      />
    </div>
  );
}
