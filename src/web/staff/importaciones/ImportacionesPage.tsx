import { Group, Stack, Text } from '@mantine/core';
import { type ImportacionItem, listImportaciones } from '#contract/importaciones.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import { ClientesFrame } from '../clientes/ClientesFrame.tsx';
import { cuantas, nombresEstado, nombresTipo, tonosEstado } from './nombres.ts';
import { SubirArchivo } from './SubirArchivo.tsx';

export default function ImportacionesPage() {
  return (
    <ClientesFrame
      title="Importar"
      subtitle={
        <Text c="dimmed">Trae personas y ventas pasadas desde Excel, Google Sheets y otros.</Text>
      }
    >
      <Stack gap="lg">
        <SubirArchivo />
        <DataList
          endpoint={listImportaciones}
          noun={{ one: 'archivo', many: 'archivos' }}
          columns={[
            { id: 'archivo', title: 'Archivo', render: (i) => i.archivoNombre },
            { id: 'tipo', title: 'Qué trae', render: (i) => nombresTipo[i.tipo] },
            { id: 'estado', title: 'Estado', render: (i) => <Estado item={i} /> },
            {
              id: 'filas',
              title: 'Filas',
              render: (i) => cuantas(i.filas, 'fila', 'filas'),
              numeric: true,
            },
            { id: 'resultado', title: 'Resultado', render: resultado },
            { id: 'quien', title: 'Quién', render: (i) => i.creadoPor },
            {
              id: 'cuando',
              title: 'Subido',
              render: (i) => <DateTime value={i.creadoEn} as="fechaHora" />,
            },
          ]}
          nameOf={(i) => i.archivoNombre}
          card={(i) => (
            <>
              <Group gap="xs">
                <Estado item={i} />
                <Text size="sm">{nombresTipo[i.tipo]}</Text>
              </Group>
              <Text size="sm" c="dimmed">
                {cuantas(i.filas, 'fila', 'filas')}
                {i.resultado && ` · ${resultado(i)}`}
              </Text>
              <Text size="sm" c="dimmed">
                <DateTime value={i.creadoEn} as="fechaHora" />
                {i.creadoPor && ` · ${i.creadoPor}`}
              </Text>
            </>
          )}
          link={(i) => ({ to: '/app/importaciones/$id', params: { id: String(i.id) } })}
          empty={
            <EmptyState title="Aún no has importado nada">
              Los archivos que subas quedan aquí, con lo que trajo cada uno, y puedes deshacerlos
              durante 30 días.
            </EmptyState>
          }
        />
      </Stack>
    </ClientesFrame>
  );
}

function Estado({ item }: { item: ImportacionItem }) {
  return <EstadoBadge tone={tonosEstado[item.estado]}>{nombresEstado[item.estado]}</EstadoBadge>;
}

function resultado({ resultado: hecho }: ImportacionItem): string {
  if (!hecho) return '';
  const partes = [
    hecho.crear > 0 && cuantas(hecho.crear, 'nueva', 'nuevas'),
    hecho.actualizar > 0 && cuantas(hecho.actualizar, 'completada', 'completadas'),
    hecho.error > 0 && cuantas(hecho.error, 'con error', 'con error'),
  ].filter(Boolean);
  return partes.join(', ') || 'Sin cambios';
}
