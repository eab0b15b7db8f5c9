import { Progress, Stack, Text } from '@mantine/core';
import { getImportacion, type Importacion } from '#contract/importaciones.ts';
import { useEndpoint } from '../../api/queries.ts';
import { Panel } from '../../ui/Panel.tsx';
import { cuantas } from './nombres.ts';

const titulos: Partial<Record<Importacion['estado'], string>> = {
  LEYENDO: 'Leyendo el archivo',
  REVISANDO: 'Revisando cada fila',
  IMPORTANDO: 'Importando',
  DESHACIENDO: 'Deshaciendo la importación',
};

const CADA_MS = 1_000;

/** Work under way on the server, as it goes; it does not need this page to be open. */
export function Avance({ importacion }: { importacion: Importacion }) {
  const { id, estado, filas, procesadas } = importacion;
  // The same answer that the page shows, kept fresh while this is on it.
  useEndpoint(getImportacion, { params: { id } }, { refetchInterval: CADA_MS });
  const titulo = titulos[estado] ?? '';
  const sinTotal = estado === 'LEYENDO' || filas === 0;
  const porcentaje = sinTotal ? 100 : Math.min(100, Math.floor((procesadas / filas) * 100));
  return (
    <Panel title={titulo}>
      <Stack gap="xs">
        <Progress.Root size="lg">
          <Progress.Section value={porcentaje} animated={sinTotal} aria-label={titulo} />
        </Progress.Root>
        <Text className="tabular" role="status">
          {sinTotal
            ? `${cuantas(procesadas, 'fila leída', 'filas leídas')}…`
            : `${cuantas(procesadas, 'fila', 'filas')} de ${cuantas(filas, 'fila', 'filas')} · ${porcentaje} %`}
        </Text>
        <Text c="dimmed" size="sm">
          Puedes cerrar esta página y hacer otra cosa: sigue sin ti.
        </Text>
      </Stack>
    </Panel>
  );
}
