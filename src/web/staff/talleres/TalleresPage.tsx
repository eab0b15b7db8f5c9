import { Chip, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { listIntereses } from '#contract/intereses.ts';
import { formatPesos } from '#contract/money.ts';
import { nombresModalidad } from '#contract/nombres.ts';
import { listTalleres, type TallerItem } from '#contract/talleres.ts';
import { useEndpoint } from '../../api/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { UsageBar } from '../../ui/UsageBar.tsx';
import { usePuede } from '../session.ts';
import { useExportar } from '../useExportar.ts';
import { InteresTag } from './InteresTag.tsx';
import { TallerFecha } from './TallerFecha.tsx';

const views = {
  proximos: { label: 'Próximos', fixed: { cuando: 'PROXIMOS', estado: 'PUBLICADO' } },
  pasados: { label: 'Pasados', fixed: { cuando: 'PASADOS', estado: 'PUBLICADO' } },
  borradores: { label: 'Borradores', fixed: { estado: 'BORRADOR' } },
  anulados: { label: 'Anulados', fixed: { estado: 'ANULADO' } },
} as const;
type View = keyof typeof views;

const nothing: Record<View, [title: string, text: string]> = {
  proximos: [
    'No hay talleres próximos',
    'Aquí están los talleres publicados que vienen, con sus cupos. Crea uno y publícalo.',
  ],
  pasados: ['No hay talleres pasados', 'Los talleres quedan aquí cuando terminan.'],
  borradores: ['No hay borradores', 'Un taller nuevo es un borrador hasta que lo publicas.'],
  anulados: [
    'No hay talleres anulados',
    'Si un taller publicado no se hará, se anula desde su ficha.',
  ],
};

const precioDe = (t: TallerItem) => (t.precio === 0 ? 'Gratis' : formatPesos(t.precio));
const lugarDe = (t: TallerItem) => t.lugar ?? nombresModalidad[t.modalidad];

export default function TalleresPage() {
  const exportar = useExportar('exportTalleres');
  const puede = usePuede();
  const { search } = useListSearch();
  const intereses = useEndpoint(listIntereses, {});
  const view: View = search.ver && search.ver in views ? (search.ver as View) : 'proximos';
  const nuevo = puede('talleres:escribir') && (
    <ButtonLink to="/app/talleres/nuevo" leftSection={<IconPlus size={18} aria-hidden />}>
      Nuevo taller
    </ButtonLink>
  );
  const [title, text] = nothing[view];
  return (
    <>
      <PageHeader title="Talleres" actions={nuevo} />
      <ViewChips view={view} />
      <DataList
        key={view}
        endpoint={listTalleres}
        exportar={exportar}
        noun={{ one: 'taller', many: 'talleres' }}
        searchLabel="Buscar por nombre, lugar o instructor"
        fixed={views[view].fixed}
        defaultOrder={view === 'pasados' || view === 'anulados' ? '-iniciaEn' : 'iniciaEn'}
        filters={[
          {
            name: 'interes',
            title: 'Interés',
            multiple: true,
            options: (intereses.data?.items ?? []).map(({ id, nombre }) => ({
              value: String(id),
              label: nombre,
            })),
          },
          ...(view === 'proximos'
            ? [{ name: 'conCupos', title: 'Cupos', options: [{ value: 'SI', label: 'Con cupos' }] }]
            : []),
        ]}
        columns={[
          { id: 'titulo', title: 'Taller', render: (t) => t.titulo, sort: { up: 'titulo' } },
          {
            id: 'iniciaEn',
            title: 'Fecha',
            render: (t) => <TallerFecha taller={t} />,
            sort: { up: 'iniciaEn', down: '-iniciaEn' },
          },
          { id: 'lugar', title: 'Lugar', render: lugarDe },
          {
            id: 'interes',
            title: 'Interés',
            render: (t) => t.interes && <InteresTag interes={t.interes} />,
          },
          {
            id: 'cupos',
            title: 'Cupos',
            render: (t) => (
              <UsageBar taken={t.cuposOcupados} offered={t.cuposOfrecidos} total={t.cupos} />
            ),
            width: 210,
          },
          { id: 'precio', title: 'Precio', render: precioDe, numeric: true },
        ]}
        nameOf={(t) => t.titulo}
        card={(t) => (
          <>
            <Text size="sm">
              <TallerFecha taller={t} />
            </Text>
            <Text size="sm" c="dimmed">
              {[lugarDe(t), t.interes?.nombre, precioDe(t)].filter(Boolean).join(' · ')}
            </Text>
            <UsageBar taken={t.cuposOcupados} offered={t.cuposOfrecidos} total={t.cupos} />
          </>
        )}
        link={(t) => ({ to: '/app/talleres/$id', params: { id: String(t.id) } })}
        empty={
          <EmptyState title={title} action={nuevo}>
            {text}
          </EmptyState>
        }
      />
    </>
  );
}

function ViewChips({ view }: { view: View }) {
  const { search, set } = useListSearch();
  return (
    <Chip.Group
      value={view}
      onChange={(value) =>
        set({ ...search, orden: undefined, ver: value === 'proximos' ? undefined : value })
      }
    >
      <Group gap={6} mb="sm" role="radiogroup" aria-label="Qué talleres">
        {Object.entries(views).map(([value, { label }]) => (
          <Chip key={value} value={value} variant="filled">
            {label}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
