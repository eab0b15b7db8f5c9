import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Tablero } from '#contract/reportes.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatMonth } from '../../ui/time.ts';
import { Grafico } from './Grafico.tsx';
import { Mes } from './Mes.tsx';
import { Tabla } from './Tabla.tsx';

type Props = { meses: Tablero['ingresosMensuales'] };

/** The income of twelve months beside that of the same months a year before, drawn or in numbers. */
export function IngresosMensuales({ meses }: Props) {
  const [view, setView] = useState('grafico');
  const total = (key: 'ingresos' | 'anterior') => meses.reduce((sum, mes) => sum + mes[key], 0);
  return (
    <Panel
      title="Ingresos de los últimos 12 meses"
      actions={
        <SegmentedControl
          aria-label="Cómo verlo"
          value={view}
          onChange={setView}
          data={[
            { value: 'grafico', label: 'Gráfico' },
            { value: 'tabla', label: 'Tabla' },
          ]}
        />
      }
    >
      {view === 'grafico' ? (
        <Grafico
          label="Ingresos por mes"
          series={['Ingresos', 'Un año antes']}
          compared
          pesos
          data={meses.map(({ mes, ingresos, anterior }) => ({
            name: formatMonth(mes, 'short'),
            values: [ingresos, anterior],
          }))}
        />
      ) : (
        <Tabla
          label="Ingresos por mes"
          rows={[...meses].reverse()}
          keyOf={({ mes }) => mes}
          columns={[
            { title: 'Mes', render: ({ mes }) => <Mes value={mes} /> },
            {
              title: 'Ingresos',
              render: ({ ingresos }) => <Money value={ingresos} />,
              total: <Money value={total('ingresos')} />,
            },
            {
              title: 'Un año antes',
              render: ({ anterior }) => <Money value={anterior} />,
              total: <Money value={total('anterior')} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
