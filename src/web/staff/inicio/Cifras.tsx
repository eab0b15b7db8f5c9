import { Group, Stack, Text } from '@mantine/core';
import { getTablero } from '#contract/reportes.ts';
import { useEndpoint } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatPlainDate } from '../../ui/time.ts';
import { CifrasTablero } from '../reportes/CifrasTablero.tsx';
import { IngresosMensuales } from '../reportes/IngresosMensuales.tsx';
import { PeriodoControl } from '../reportes/PeriodoControl.tsx';
import { usePeriodo } from '../reportes/usePeriodo.ts';

/** The figures of a period, each against the one before, and the income of twelve months. */
export function Cifras() {
  const estado = usePeriodo('MES');
  const tablero = useEndpoint(getTablero, { query: estado.consulta }, { keep: true });
  const { data } = tablero;

  return (
    <Stack gap="md" mt="md">
      <Panel
        title="Cómo va la escuela"
        actions={<PeriodoControl estado={estado} rango={data?.periodo} />}
      >
        {tablero.isPending && <ListSkeleton rows={2} height={64} />}
        {tablero.isError && !data && (
          <ErrorState error={tablero.error} retry={() => void tablero.refetch()} />
        )}
        {data && (
          <>
            <Group justify="space-between" mb="md" gap="xs" className="tap-links">
              <Text size="sm" c="dimmed">
                Del {formatPlainDate(data.periodo.desde)} al {formatPlainDate(data.periodo.hasta)}
              </Text>
              <AppLink to="/app/reportes" search={estado.elegido}>
                Ver los reportes
              </AppLink>
            </Group>
            <CifrasTablero tablero={data} />
          </>
        )}
      </Panel>
      {data && <IngresosMensuales meses={data.ingresosMensuales} />}
    </Stack>
  );
}
