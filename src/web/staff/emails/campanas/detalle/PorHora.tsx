import { SegmentedControl, Skeleton, Table } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Informe } from '#contract/campanas.ts';
import { DateTime } from '../../../../ui/DateTime.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { cifra } from '../palabras.ts';

const PorHoraChart = lazy(() => import('./PorHoraChart.tsx'));

type Props = { horas: Informe['porHora'] };

/** When it went out, hour by hour. */
export function PorHora({ horas }: Props) {
  const [view, setView] = useState('grafico');
  // A single bar says nothing.
  const chart = horas.length > 1;
  return (
    <Panel
      title="Enviados por hora"
      actions={
        chart && (
          <SegmentedControl
            aria-label="Cómo verlo"
            value={view}
            onChange={setView}
            data={[
              { value: 'grafico', label: 'Gráfico' },
              { value: 'tabla', label: 'Tabla' },
            ]}
          />
        )
      }
    >
      {chart && view === 'grafico' ? (
        <Suspense fallback={<Skeleton height={220} />}>
          <PorHoraChart horas={horas} />
        </Suspense>
      ) : (
        <HorasTable horas={horas} />
      )}
    </Panel>
  );
}

function HorasTable({ horas }: Props) {
  return (
    <Table maw={420} aria-label="Enviados por hora">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Desde las</Table.Th>
          <Table.Th scope="col" ta="right">
            Enviados
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {horas.map(({ hora, enviados }) => (
          <Table.Tr key={hora}>
            <Table.Td>
              <DateTime value={hora} as="diaHora" />
            </Table.Td>
            <Table.Td ta="right" className="tabular">
              {cifra(enviados)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
