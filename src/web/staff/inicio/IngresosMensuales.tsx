import { SegmentedControl, Skeleton, Table } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import type { Tablero } from '#contract/reportes.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatMonth } from '../../ui/time.ts';

const IngresosChart = lazy(() => import('./IngresosChart.tsx'));

type Props = { meses: Tablero['ingresosMensuales'] };

export function IngresosMensuales({ meses }: Props) {
  const [view, setView] = useState('grafico');
  const { ref, seen } = useSeen();
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
        <div ref={ref} style={{ minHeight: 260 }}>
          {seen && (
            <Suspense fallback={<Skeleton height={260} />}>
              <IngresosChart meses={meses} />
            </Suspense>
          )}
        </div>
      ) : (
        <MesesTable meses={meses} />
      )}
    </Panel>
  );
}

/** Whether an element came near the screen at some time: the chart's library is fetched only then. */
function useSeen() {
  const { ref, entry } = useIntersection({ rootMargin: '100px' });
  const [seen, setSeen] = useState(false);
  if (entry?.isIntersecting && !seen) setSeen(true);
  return { ref, seen };
}

function MesesTable({ meses }: Props) {
  const total = meses.reduce((sum, { ingresos }) => sum + ingresos, 0);
  return (
    <Table maw={420}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Mes</Table.Th>
          <Table.Th scope="col" ta="right">
            Ingresos
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...meses].reverse().map(({ mes, ingresos }) => (
          <Table.Tr key={mes}>
            <Table.Td>{formatMonth(mes, 'long')}</Table.Td>
            <Table.Td ta="right">
              <Money value={ingresos} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">Total</Table.Th>
          <Table.Th ta="right">
            <Money value={total} />
          </Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
