import { Grid, Stack, Text } from '@mantine/core';
import { getProducto, type Producto } from '#contract/productos.ts';
import { useEndpoint } from '../../api/queries.ts';
import { DataRows } from '../../ui/DataRows.tsx';
import { DateTime } from '../../ui/DateTime.tsx';
import { Money } from '../../ui/Money.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import clienteClasses from '../clientes/cliente.module.css';
import { NotFound } from '../Root.tsx';
import { usePuede } from '../session.ts';
import { InteresTag } from '../talleres/InteresTag.tsx';
import { useIdParam } from '../useIdParam.ts';
import { MovimientosPanel } from './MovimientosPanel.tsx';
import { PorEntregarPanel } from './PorEntregarPanel.tsx';
import { ProductoAcciones } from './ProductoAcciones.tsx';
import classes from './producto.module.css';
import { StockPanel } from './StockPanel.tsx';

export default function ProductoPage() {
  const id = useIdParam();
  return id === undefined ? <NotFound /> : <LoadedProducto id={id} />;
}

function LoadedProducto({ id }: { id: number }) {
  const producto = useEndpoint(getProducto, { params: { id } });
  return <QueryGate query={producto}>{(data) => <ProductoView producto={data} />}</QueryGate>;
}

function ProductoView({ producto }: { producto: Producto }) {
  const puede = usePuede();
  const { id, nombre, sku, precio, estado } = producto;
  return (
    <>
      <PageHeader
        title={nombre}
        back={{ to: '/app/productos', label: 'Volver a productos' }}
        subtitle={
          <Text c="dimmed">
            {sku} · <Money value={precio} />
            {estado === 'ARCHIVADO' && ' · archivado: ya no se vende'}
          </Text>
        }
        actions={<ProductoAcciones producto={producto} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            <StockPanel producto={producto} />
            {puede('ventas:leer') && <PorEntregarPanel productoId={id} />}
            <MovimientosPanel productoId={id} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Ficha producto={producto} />
        </Grid.Col>
      </Grid>
    </>
  );
}

function Ficha({ producto }: { producto: Producto }) {
  const { imagenUrl, descripcion, interes, afectoIva, ventaWeb, creadoEn } = producto;
  return (
    <Panel title="Datos">
      <Stack gap="md">
        {imagenUrl && <img src={imagenUrl} alt="" className={classes.photo} />}
        {descripcion && <Text className={clienteClasses.notes}>{descripcion}</Text>}
        <DataRows
          rows={[
            { label: 'Interés', value: interes && <InteresTag interes={interes} /> },
            { label: 'IVA', value: afectoIva ? 'Afecto, incluido en el precio' : 'Exento' },
            { label: 'Página pública', value: ventaWeb ? 'Se ofrece' : 'No se ofrece' },
            { label: 'Creado', value: <DateTime value={creadoEn} as="fecha" /> },
          ]}
        />
      </Stack>
    </Panel>
  );
}
