import { Chip, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { nombresTipoCampana, opciones } from '#contract/nombres.ts';
import { listPlantillas, type PlantillaItem } from '#contract/plantillas.ts';
import { DateTime } from '../../../ui/DateTime.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ButtonLink } from '../../../ui/link.tsx';
import { DataList } from '../../../ui/list/DataList.tsx';
import type { Column } from '../../../ui/list/types.ts';
import { useListSearch } from '../../../ui/list/useListSearch.ts';
import { usePuede } from '../../session.ts';
import { EmailsFrame } from '../EmailsFrame.tsx';

const columns: Column<PlantillaItem>[] = [
  { id: 'nombre', title: 'Plantilla', render: (p) => p.nombre },
  { id: 'tipo', title: 'Tipo', render: (p) => nombresTipoCampana[p.tipo], width: 140 },
  { id: 'asunto', title: 'Asunto', render: (p) => p.asunto },
  { id: 'campanas', title: 'Campañas', numeric: true, render: (p) => p.campanas },
  {
    id: 'cambiada',
    title: 'Último cambio',
    render: (p) => <DateTime value={p.actualizadoEn} as="fechaCorta" />,
  },
];

export default function PlantillasPage() {
  const puede = usePuede();
  const { search } = useListSearch();
  const archived = search.ver === 'archivadas';
  const nueva = puede('emails:escribir') && (
    <ButtonLink to="/app/emails/plantillas/nueva" leftSection={<IconPlus size={18} aria-hidden />}>
      Nueva plantilla
    </ButtonLink>
  );
  return (
    <EmailsFrame title="Plantillas" actions={nueva}>
      <ViewChips archived={archived} />
      <DataList
        key={String(archived)}
        endpoint={listPlantillas}
        noun={{ one: 'plantilla', many: 'plantillas' }}
        searchLabel="Buscar por nombre o asunto"
        fixed={{ archivadas: archived ? 'SI' : 'NO' }}
        filters={[
          { name: 'tipo', title: 'Tipo', multiple: true, options: opciones(nombresTipoCampana) },
        ]}
        columns={columns}
        nameOf={(p) => p.nombre}
        card={(p) => (
          <>
            <Text size="sm">{p.asunto}</Text>
            <Text size="sm" c="dimmed">
              {nombresTipoCampana[p.tipo]} · {usos(p.campanas)}
            </Text>
          </>
        )}
        link={(p) => ({ to: '/app/emails/plantillas/$id', params: { id: String(p.id) } })}
        empty={
          archived ? (
            <EmptyState title="No hay plantillas archivadas">
              Una plantilla que ya no se usa se archiva desde su página.
            </EmptyState>
          ) : (
            <EmptyState title="Aún no hay plantillas" action={nueva}>
              Un correo que envías más de una vez se escribe aquí, con el nombre de cada persona y
              los datos del taller puestos solos. Cada campaña parte de una.
            </EmptyState>
          )
        }
      />
    </EmailsFrame>
  );
}

function usos(campanas: number): string {
  if (campanas === 0) return 'sin campañas';
  return campanas === 1 ? '1 campaña' : `${campanas} campañas`;
}

function ViewChips({ archived }: { archived: boolean }) {
  const { search, set } = useListSearch();
  return (
    <Chip.Group
      value={archived ? 'archivadas' : 'activas'}
      onChange={(value) => set({ ...search, ver: value === 'activas' ? undefined : 'archivadas' })}
    >
      <Group gap={6} mb="sm" role="radiogroup" aria-label="Qué plantillas">
        <Chip value="activas" variant="filled">
          En uso
        </Chip>
        <Chip value="archivadas" variant="filled">
          Archivadas
        </Chip>
      </Group>
    </Chip.Group>
  );
}
