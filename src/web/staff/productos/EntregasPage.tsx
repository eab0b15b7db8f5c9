import { Chip, Group, Stack, Text } from '@mantine/core';
import { listProductos, listVentasProducto, type VentaProducto } from '#contract/productos.ts';
import { listTalleres, type TallerItem } from '#contract/talleres.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import type { Column, Filter } from '../../ui/list/types.ts';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { formatInstant } from '../../ui/time.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import { EntregaBadge } from '../estados.tsx';
import { useExportar } from '../useExportar.ts';
import { EntregaAcciones } from './EntregaAcciones.tsx';
import { kitDe, VentaResumen } from './VentaResumen.tsx';

const personaDe = ({ cliente }: VentaProducto) => nombreCompleto(cliente);

const views = {
  pendientes: { label: 'Por entregar', entrega: 'POR_ENTREGAR', orden: 'creadoEn' },
  hechas: { label: 'Entregados', entrega: 'ENTREGADO,ENVIADO', orden: '-entregaEn' },
} as const;
type View = keyof typeof views;

const quien: Column<VentaProducto> = { id: 'persona', title: 'Para quién', render: personaDe };
const kit: Column<VentaProducto> = { id: 'kit', title: 'Kit', render: kitDe };
const acciones: Column<VentaProducto> = {
  id: 'acciones',
  title: 'Entrega',
  render: (v) => <EntregaAcciones venta={v} />,
  width: 270,
};

const columns: Record<View, Column<VentaProducto>[]> = {
  pendientes: [
    quien,
    kit,
    { id: 'cuando', title: 'Cuándo', render: (v) => <VentaResumen venta={v} /> },
    acciones,
  ],
  hechas: [
    quien,
    kit,
    { id: 'hecha', title: 'Cómo', render: (v) => <Hecha venta={v} /> },
    acciones,
  ],
};

/** Kits sold: those to hand over, and those that were. */
export default function EntregasPage() {
  const exportar = useExportar('exportVentasProducto');
  const { search, set } = useListSearch();
  const view: View = search.ver === 'entregados' ? 'hechas' : 'pendientes';
  const { entrega, orden } = views[view];
  return (
    <>
      <PageHeader
        title="Entregas de kits"
        back={{ to: '/app/productos', label: 'Volver a productos' }}
      />
      <Chip.Group
        value={view}
        onChange={(value) => set({ ver: value === 'hechas' ? 'entregados' : undefined })}
      >
        <Group gap={6} mb="sm" role="radiogroup" aria-label="Qué entregas">
          {Object.entries(views).map(([value, { label }]) => (
            <Chip key={value} value={value} variant="filled">
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <DataList
        key={view}
        endpoint={listVentasProducto}
        exportar={exportar}
        noun={{ one: 'venta', many: 'ventas' }}
        searchLabel="Buscar por persona, kit o código"
        fixed={{ entrega, orden }}
        filters={useFilters()}
        columns={columns[view]}
        nameOf={(v) => `${personaDe(v)}: ${kitDe(v)}`}
        card={(v) => (
          <Stack gap="xs">
            {view === 'hechas' ? <Hecha venta={v} /> : <VentaResumen venta={v} />}
            <EntregaAcciones venta={v} />
          </Stack>
        )}
        link={(v) => ({ to: '/app/ventas/$id', params: { id: String(v.cobroId) } })}
        empty={
          view === 'hechas' ? (
            <EmptyState title="Todavía no hay entregas">
              Los kits que marques como entregados o enviados quedan aquí.
            </EmptyState>
          ) : (
            <EmptyState title="No hay kits por entregar">
              Cuando vendas un kit, aparece aquí hasta que lo entregues o lo envíes.
            </EmptyState>
          )
        }
      />
    </>
  );
}

const tallerLabel = ({ titulo, iniciaEn, zona }: TallerItem) =>
  `${titulo}, ${formatInstant(iniciaEn, zona, 'fechaCorta')}`;

/** By product, and by the workshop to which they come. */
function useFilters(): Filter[] {
  const productos = useEndpoint(listProductos, { query: { limite: 100 } });
  const talleres = useEndpoint(listTalleres, {
    query: { cuando: 'PROXIMOS', estado: ['PUBLICADO'], limite: 50 },
  });
  return [
    {
      name: 'producto',
      title: 'Producto',
      options: (productos.data?.items ?? []).map(({ id, nombre }) => ({
        value: String(id),
        label: nombre,
      })),
    },
    {
      name: 'taller',
      title: 'Vienen al taller',
      options: (talleres.data?.items ?? []).map((taller) => ({
        value: String(taller.id),
        label: tallerLabel(taller),
      })),
    },
  ];
}

function Hecha({
  venta: { entrega, entregaEn, entregaPor, entregaNota },
}: {
  venta: VentaProducto;
}) {
  return (
    <Stack gap={2} align="flex-start">
      <EntregaBadge entrega={entrega} />
      <Text size="sm" c="dimmed">
        {entregaEn && <DateTime value={entregaEn} />}
        {entregaPor && ` · ${entregaPor}`}
      </Text>
      {entregaNota && <Text size="sm">{entregaNota}</Text>}
    </Stack>
  );
}
