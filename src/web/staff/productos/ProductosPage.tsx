import { Chip, Group, Text } from '@mantine/core';
import { IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { listIntereses } from '#contract/intereses.ts';
import { listProductos, type ProductoItem } from '#contract/productos.ts';
import { useEndpoint } from '../../api/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import type { Column } from '../../ui/list/types.ts';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { Money } from '../../ui/Money.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePuede } from '../session.ts';
import { InteresTag } from '../talleres/InteresTag.tsx';
import { useExportar } from '../useExportar.ts';
import { cifra, cuantosDisponibles } from './palabras.ts';
import { StockBadge } from './StockBadge.tsx';

const columns: Column<ProductoItem>[] = [
  {
    id: 'nombre',
    title: 'Producto',
    render: (p) => p.nombre,
    sort: { up: 'nombre', upName: 'Nombre, de la A a la Z' },
  },
  { id: 'sku', title: 'SKU', render: (p) => p.sku },
  {
    id: 'interes',
    title: 'Interés',
    render: (p) => p.interes && <InteresTag interes={p.interes} />,
  },
  { id: 'estado', title: 'Stock', render: (p) => <StockBadge {...p} />, width: 130 },
  {
    id: 'stock',
    title: 'Disponible',
    numeric: true,
    render: (p) => cifra(p.stockActual),
    sort: {
      up: 'stock',
      down: '-stock',
      upName: 'Menos stock primero',
      downName: 'Más stock primero',
    },
  },
  { id: 'porEntregar', title: 'Por entregar', numeric: true, render: (p) => cifra(p.porEntregar) },
  { id: 'precio', title: 'Precio', numeric: true, render: (p) => <Money value={p.precio} /> },
];

const stockOptions = [
  { value: 'BAJO', label: 'Queda poco' },
  { value: 'AGOTADO', label: 'Agotado' },
  { value: 'CON_STOCK', label: 'Con stock' },
];

export default function ProductosPage() {
  const exportar = useExportar('exportProductos');
  const puede = usePuede();
  const { search } = useListSearch();
  const intereses = useEndpoint(listIntereses, {});
  const archived = search.ver === 'archivados';
  const nuevo = puede('productos:escribir') && (
    <ButtonLink to="/app/productos/nuevo" leftSection={<IconPlus size={18} aria-hidden />}>
      Nuevo producto
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Productos"
        actions={
          <>
            {nuevo}
            {puede('ventas:leer') && (
              <ButtonLink
                to="/app/entregas"
                variant="default"
                leftSection={<IconTruckDelivery size={18} aria-hidden />}
              >
                Entregas
              </ButtonLink>
            )}
          </>
        }
      />
      <ViewChips archived={archived} />
      <DataList
        key={String(archived)}
        endpoint={listProductos}
        exportar={exportar}
        noun={{ one: 'producto', many: 'productos' }}
        searchLabel="Buscar por nombre o SKU"
        fixed={{ estado: archived ? 'ARCHIVADO' : 'ACTIVO' }}
        defaultOrder="nombre"
        filters={[
          { name: 'stock', title: 'Stock', options: stockOptions },
          {
            name: 'interes',
            title: 'Interés',
            multiple: true,
            options: (intereses.data?.items ?? []).map(({ id, nombre }) => ({
              value: String(id),
              label: nombre,
            })),
          },
        ]}
        columns={columns}
        nameOf={(p) => p.nombre}
        card={(p) => <ProductoCard producto={p} />}
        link={(p) => ({ to: '/app/productos/$id', params: { id: String(p.id) } })}
        empty={
          archived ? (
            <EmptyState title="No hay productos archivados">
              Un producto que ya no se vende se archiva desde su ficha.
            </EmptyState>
          ) : (
            <EmptyState title="Aún no hay productos" action={nuevo}>
              Aquí están los kits que vendes, con su stock. El sistema descuenta cada venta y avisa
              cuando queda poco.
            </EmptyState>
          )
        }
      />
    </>
  );
}

function ProductoCard({ producto }: { producto: ProductoItem }) {
  const { sku, stockActual, porEntregar, precio } = producto;
  return (
    <>
      <Group gap="xs">
        <StockBadge {...producto} />
        <Text size="sm" fw={600} className="tabular">
          {cuantosDisponibles(stockActual)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {sku} · <Money value={precio} />
        {porEntregar > 0 && ` · ${cifra(porEntregar)} por entregar`}
      </Text>
    </>
  );
}

function ViewChips({ archived }: { archived: boolean }) {
  const { search, set } = useListSearch();
  return (
    <Chip.Group
      value={archived ? 'archivados' : 'activos'}
      onChange={(value) => set({ ...search, ver: value === 'activos' ? undefined : 'archivados' })}
    >
      <Group gap={6} mb="sm" role="radiogroup" aria-label="Qué productos">
        <Chip value="activos" variant="filled">
          En venta
        </Chip>
        <Chip value="archivados" variant="filled">
          Archivados
        </Chip>
      </Group>
    </Chip.Group>
  );
}
